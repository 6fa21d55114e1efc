namespace Workbench.Research.Evolution;

/// <summary>Names expressions by what they mean: <c>momentumInAtr</c>, <c>closeCrossedSlowAverage</c>, <c>barsSinceLondon</c>.</summary>
sealed class Nouns(IndicatorNames indicators)
{
    const int Longest = 30;

    static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>The name of a value or of a condition, which then begins with <c>is</c> where it can.</summary>
    public string Of(Tree tree) => tree.Measure == Measure.Truth ? Condition(tree) : Value(tree);

    string Value(Tree tree) => Short(tree, tree.Operator.Code switch
    {
        Code.Minus when IsBar(tree, Code.High, Code.Low) => "barRange",
        Code.Minus when IsBar(tree, Code.Close, Code.Open) => "barBody",
        Code.Minus => Phrase.Join(Part(tree, 0), "less", Part(tree, 1)),
        Code.InUnits => Phrase.Join(Part(tree, 0), "in", Part(tree, 1)),
        Code.Over => Phrase.Join(Part(tree, 0), "over", Part(tree, 1)),
        Code.Negate or Code.Opposite => Phrase.Join("opposite", Part(tree, 0)),
        Code.Abs => Phrase.Join(Part(tree, 0), "size"),
        Code.Since => Phrase.Join("barsSince", Event(tree.Parts[0])),
        Code.SideOf => Phrase.Join(Part(tree, 0), "side"),
        Code.Shift or Code.Add or Code.Times or Code.Max or Code.Min => "",
        _ => Terminal(tree),
    });

    string Terminal(Tree tree) => tree.Operator.Code switch
    {
        Code.Highest => Phrase.Join(Indicator(tree), "high"),
        Code.Lowest => Phrase.Join(Indicator(tree), "low"),
        Code.UpperBand => Phrase.Join("upper", Indicator(tree)),
        Code.LowerBand => Phrase.Join("lower", Indicator(tree)),
        Code.SinceOpen => "hoursSinceOpen",
        Code.UntilClose => "hoursToClose",
        Code.SinceTrade => "barsSinceTrade",
        Code.Trend => "trend",
        _ when tree.Operator.ReadsIndicator => Indicator(tree),
        _ => tree.Operator.Name,
    };

    string Condition(Tree tree) => tree.Operator.Code switch
    {
        Code.Became => Event(tree),
        Code.Not => Phrase.Join("not", Bare(tree.Parts[0])),
        _ => Phrase.Join("is", Bare(tree)),
    };

    /// <summary>A condition without its <c>is</c>.</summary>
    string Bare(Tree tree) => Short(tree, tree.Operator.Code switch
    {
        Code.Above when tree.Parts[1].Operator.IsConstant => Phrase.Join(Part(tree, 0), "high"),
        Code.Above when tree.Parts[0].Operator.IsConstant => Phrase.Join(Part(tree, 1), "low"),
        Code.Above => Phrase.Join(Part(tree, 0), "above", Part(tree, 1)),
        Code.And => Either(tree, "and", "setup"),
        Code.Or => Either(tree, "or", "either"),
        Code.Not => Phrase.Join("not", Bare(tree.Parts[0])),
        Code.Became => Event(tree),
        Code.IsUp => Phrase.Join(Part(tree, 0), "up"),
        Code.IsDown => Phrase.Join(Part(tree, 0), "down"),
        Code.Agree => Phrase.Join(Part(tree, 0), "with", Part(tree, 1)),
        Code.Tokyo => "tokyo",
        Code.London => "london",
        Code.NewYork => "newYork",
        Code.Weekday => Days[(int)tree.Number % Days.Length],
        _ => tree.Operator.Name,
    });

    string Either(Tree tree, string word, string otherwise)
    {
        var name = Phrase.Join(Bare(tree.Parts[0]), word, Bare(tree.Parts[1]));
        return name.Length <= Longest ? name : otherwise;
    }

    /// <summary>A condition as something that happens.</summary>
    string Event(Tree tree)
    {
        if (tree.Operator.Code != Code.Became)
        {
            return Bare(tree);
        }

        var what = tree.Parts[0];
        return Short(tree, what.Operator.Code switch
        {
            Code.Above when what.Parts[1].Operator.IsConstant => Phrase.Join(Part(what, 0), "turnedHigh"),
            Code.Above when what.Parts[0].Operator.IsConstant => Phrase.Join(Part(what, 1), "turnedLow"),
            Code.Above => Phrase.Join(Part(what, 0), "crossed", Part(what, 1)),
            _ => Phrase.Join(Bare(what), "began"),
        });
    }

    string Part(Tree tree, int at) => Value(tree.Parts[at]);

    string Indicator(Tree tree) => indicators[IndicatorGene.Of(tree)];

    static bool IsBar(Tree tree, Code first, Code second) => tree.Parts[0].Operator.Code == first && tree.Parts[1].Operator.Code == second;

    // What would be a sentence gets the name of its kind: the expression beside it says the rest.
    static string Short(Tree tree, string name) => name.Length is > 0 and <= Longest ? name : tree.Operator.Code switch
    {
        Code.Max => tree.Measure == Measure.Price ? "higher" : "larger",
        Code.Min => tree.Measure == Measure.Price ? "lower" : "smaller",
        Code.Became => "turn",
        _ => tree.Measure switch
        {
            Measure.Price => "level",
            Measure.Difference => "distance",
            Measure.Volatility => "range",
            Measure.Ratio => "move",
            Measure.Count => "barsSinceThen",
            Measure.Direction => "direction",
            _ => "met",
        },
    };
}
