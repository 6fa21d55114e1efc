namespace Workbench.Research.Evolution;

/// <summary>Names the constants of expressions by what they bound: <c>MinRsi</c>, <c>MaxMomentumInAtr</c>, <c>AtrFactor</c>.</summary>
static class ConstantNames
{
    /// <summary>The name of a constant's setting.</summary>
    public static string Of(Tree parent, int at, Nouns nouns)
    {
        var constant = parent.Parts[at];
        var other = Phrase.Pascal(nouns.Of(parent.Parts[parent.Parts.Length - 1 - at]));
        var unit = constant.Operator.Code == Code.Pips ? "InPips" : "";
        return parent.Operator.Code switch
        {
            Code.Above => (at == 1 ? "Min" : "Max") + other + unit,
            Code.Times => other + "Factor",
            Code.Max => "Least" + Plain(constant),
            Code.Min => "Most" + Plain(constant),
            Code.Shift => "OffsetInPips",
            _ => Plain(constant),
        };
    }

    static string Plain(Tree constant) => constant.Operator.Code switch
    {
        Code.Pips => "DistanceInPips",
        Code.Multiple => "Multiple",
        Code.Share => "Share",
        Code.Span => "HourCount",
        _ => "BarCount",
    };
}
