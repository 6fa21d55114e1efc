namespace Workbench.Research.Evolution;

/// <summary>Writes expressions as C#, with brackets where C# needs them: numbers keep the order that they are computed in.</summary>
sealed class ExpressionText(ScriptPlan plan)
{
    // How strongly C#'s operators bind.
    const int OrLevel = 1, AndLevel = 2, EqualLevel = 3, OrderLevel = 4, SumLevel = 5, ProductLevel = 6, UnaryLevel = 7, WordLevel = 8;

    /// <summary>The expression by its name where it has one.</summary>
    public string Of(Tree tree, int outer = 0) => plan.LocalOf(tree) ?? Whole(tree, outer);

    /// <summary>The expression written out.</summary>
    public string Whole(Tree tree, int outer = 0)
    {
        var (text, level) = Write(tree);
        return level < outer ? $"({text})" : text;
    }

    /// <summary>What stands on either side of <c>&amp;&amp;</c>.</summary>
    public string InAnd(Tree tree) => Of(tree, AndLevel);

    (string Text, int Level) Write(Tree tree) => tree.Operator.Code switch
    {
        <= Code.Close => ($"(double)bar.{tree.Operator.Code}", UnaryLevel),
        <= Code.Efficiency => Line(tree),
        <= Code.Quiet => (StateOf(tree), EqualLevel),
        Code.Yes or Code.No => (tree.Operator.Name, WordLevel),
        Code.Up => ("1", WordLevel),
        Code.Down => ("-1", UnaryLevel),
        <= Code.Over => Number(tree),
        Code.Above => Above(tree, isNot: false),
        Code.And => (Part(tree, 0, AndLevel) + " && " + Part(tree, 1, AndLevel), AndLevel),
        Code.Or => (Part(tree, 0, OrLevel) + " || " + Part(tree, 1, OrLevel), OrLevel),
        Code.Not => Not(tree.Parts[0]),
        Code.Became => (Part(tree, 0, AndLevel) + " && !" + plan.MemoryOf(tree), AndLevel),
        Code.Since => ($"Guarded.BarsSince({Part(tree, 0, 0)}, {plan.LocalOf(tree)})", WordLevel),
        Code.SideOf => ($"Math.Sign({Part(tree, 0, 0)})", WordLevel),
        Code.Opposite => ("-" + Part(tree, 0, WordLevel), UnaryLevel),
        Code.IsUp => (Part(tree, 0, SumLevel) + " > 0", OrderLevel),
        Code.IsDown => (Part(tree, 0, SumLevel) + " < 0", OrderLevel),
        _ => (Part(tree, 0, ProductLevel) + " * " + Part(tree, 1, UnaryLevel) + " > 0", OrderLevel),
    };

    (string Text, int Level) Line(Tree tree)
    {
        var name = plan.Names[IndicatorGene.Of(tree)];
        return tree.Operator.Code switch
        {
            Code.Highest or Code.UpperBand => (name + ".Upper", WordLevel),
            Code.Lowest or Code.LowerBand => (name + ".Lower", WordLevel),
            Code.Efficiency => ($"100 * {name}.Value", ProductLevel),
            _ => (name + ".Value", WordLevel),
        };
    }

    string StateOf(Tree tree) => tree.Operator.Code switch
    {
        Code.SinceOpen => "(Now - day.Open).TotalHours",
        Code.UntilClose => "(day.Close - Now).TotalHours",
        Code.Tokyo => "TradingHours.IsTokyo(Now, day.Close)",
        Code.London => "TradingHours.IsLondon(Now, day.Close)",
        Code.NewYork => "TradingHours.IsNewYork(Now, day.Close)",
        Code.Weekday => $"Now.DayOfWeek == DayOfWeek.{(DayOfWeek)(int)tree.Number}",
        Code.Trend => "(int)regime.Trend",
        Code.Volatile => "regime.Volatility == VolatilityState.High",
        _ => "regime.Volatility == VolatilityState.Low",
    };

    (string Text, int Level) Number(Tree tree) => tree.Operator.Code switch
    {
        Code.Shift or Code.Add when tree.Parts[1].Operator.Code == Code.Negate && plan.LocalOf(tree.Parts[1]) is null =>
            (Part(tree, 0, SumLevel) + " - " + Part(tree.Parts[1], 0, ProductLevel), SumLevel),
        Code.Shift or Code.Add => (Part(tree, 0, SumLevel) + " + " + Part(tree, 1, ProductLevel), SumLevel),
        Code.Minus => (Part(tree, 0, SumLevel) + " - " + Part(tree, 1, ProductLevel), SumLevel),
        Code.Times => (Part(tree, 0, ProductLevel) + " * " + Part(tree, 1, UnaryLevel), ProductLevel),
        Code.Negate => ("-" + Part(tree, 0, WordLevel), UnaryLevel),
        Code.InUnits => (Call("Guarded.InUnits", tree), WordLevel),
        Code.Over => (Call("Guarded.Ratio", tree), WordLevel),
        _ => (Call("Math." + tree.Operator.Code, tree), WordLevel),
    };

    /// <summary>A comparison, its constant on the right.</summary>
    (string Text, int Level) Above(Tree tree, bool isNot)
    {
        var isTurned = tree.Parts[0].Operator.IsConstant;
        var sign = (isTurned, isNot) switch { (false, false) => ">", (true, false) => "<", (false, true) => "<=", (true, true) => ">=" };
        var (left, right) = isTurned ? (1, 0) : (0, 1);
        return ($"{Part(tree, left, SumLevel)} {sign} {Part(tree, right, SumLevel)}", OrderLevel);
    }

    (string Text, int Level) Not(Tree what) => what.Operator.Code switch
    {
        Code.Above when plan.LocalOf(what) is null => Above(what, isNot: true),
        Code.IsUp when plan.LocalOf(what) is null => (Part(what, 0, SumLevel) + " <= 0", OrderLevel),
        Code.IsDown when plan.LocalOf(what) is null => (Part(what, 0, SumLevel) + " >= 0", OrderLevel),
        _ => ("!" + Of(what, UnaryLevel), UnaryLevel),
    };

    string Call(string function, Tree tree) => $"{function}({string.Join(", ", tree.Parts.Select((_, at) => Part(tree, at, 0)))})";

    string Part(Tree tree, int at, int outer)
    {
        var part = tree.Parts[at];
        return !part.Operator.IsConstant || !part.Operator.Numbers.Exists ? Of(part, outer)
            : part.Operator.Code != Code.Pips ? plan.ConstantOf(tree, at)
            : outer > ProductLevel ? $"({plan.ConstantOf(tree, at)} * pip)" : plan.ConstantOf(tree, at) + " * pip";
    }
}
