namespace Workbench.Research.Evolution;

/// <summary>
/// Expressions as one list of steps over cells: each distinct node is computed once a bar, parts before what is made of
/// them. It needs no compiler, and does each operation as the script's C# does it, in doubles and in the same order of operands.
/// </summary>
sealed class FlatProgram
{
    readonly Step[] steps;
    readonly double[] cells;
    readonly int[] memory;
    readonly Indicator[] indicators;
    readonly Dictionary<Tree, int> places = [];

    /// <summary>A program with a memory of its own.</summary>
    /// <param name="nodes">Distinct nodes, parts before what is made of them.</param>
    /// <param name="genes">The indicators that they read, and perhaps others.</param>
    /// <param name="indicators">Those indicators.</param>
    public FlatProgram(IReadOnlyList<Tree> nodes, IReadOnlyList<IndicatorGene> genes, Indicator[] indicators)
    {
        this.indicators = indicators;
        steps = new Step[nodes.Count];
        cells = new double[nodes.Count];
        memory = new int[nodes.Count];
        for (var at = 0; at < steps.Length; at++)
        {
            var node = nodes[at];
            places.Add(node, at);
            steps[at] = StepOf(node, at, genes);
            memory[at] = node.Operator.Code == Code.Since ? Guarded.Never : 1;
            ReadsDay |= node.Operator.Code is >= Code.SinceOpen and <= Code.NewYork and not Code.SinceTrade;
            ReadsSinceTrade |= node.Operator.Code == Code.SinceTrade;
        }
    }

    /// <summary>Whether it asks for the trading day.</summary>
    public bool ReadsDay { get; }

    /// <summary>Whether it asks for the bars since the position changed.</summary>
    public bool ReadsSinceTrade { get; }

    /// <summary>Where the value of a node is to be found.</summary>
    public int PlaceOf(Tree node) => places[node];

    /// <summary>The value there: a number, 1 and 0 for true and false, 1, 0 and −1 for up, neither and down.</summary>
    public double this[int place] => cells[place];

    /// <summary>Computes everything for a bar.</summary>
    public void Run(in Bar bar, in Moment moment)
    {
        for (var at = 0; at < steps.Length; at++)
        {
            ref readonly var step = ref steps[at];
            cells[at] = step.Code switch
            {
                <= Code.Close => PriceOf(step.Code, bar),
                <= Code.Efficiency => LineOf(step),
                <= Code.Weekday => TimeOf(step, moment),
                <= Code.Quiet => StateOf(step),
                <= Code.Down => ConstantOf(step, moment),
                <= Code.Over => NumberOf(step),
                _ => TruthOf(step, at),
            };
        }
    }

    static double PriceOf(Code code, in Bar bar) => (double)(code switch
    {
        Code.Open => bar.Open,
        Code.High => bar.High,
        Code.Low => bar.Low,
        _ => bar.Close,
    });

    double LineOf(in Step step) => step.Code switch
    {
        Code.Highest => ((PriorChannel)indicators[step.Slot]).Upper,
        Code.Lowest => ((PriorChannel)indicators[step.Slot]).Lower,
        Code.UpperBand => ((Bollinger)indicators[step.Slot]).Upper,
        Code.LowerBand => ((Bollinger)indicators[step.Slot]).Lower,
        Code.Efficiency => 100d * indicators[step.Slot].Value,
        _ => indicators[step.Slot].Value,
    };

    static double TimeOf(in Step step, in Moment moment) => step.Code switch
    {
        Code.SinceOpen => (moment.Now - moment.DayOpen).TotalHours,
        Code.UntilClose => (moment.DayClose - moment.Now).TotalHours,
        Code.SinceTrade => moment.SinceTrade,
        Code.Tokyo => Truth(TradingHours.IsTokyo(moment.Now, moment.DayClose)),
        Code.London => Truth(TradingHours.IsLondon(moment.Now, moment.DayClose)),
        Code.NewYork => Truth(TradingHours.IsNewYork(moment.Now, moment.DayClose)),
        _ => Truth((int)moment.Now.DayOfWeek == (int)step.Number),
    };

    double StateOf(in Step step)
    {
        var regime = (MarketRegime)indicators[step.Slot];
        return step.Code switch
        {
            Code.Trend => (int)regime.Trend,
            Code.Volatile => Truth(regime.Volatility == VolatilityState.High),
            _ => Truth(regime.Volatility == VolatilityState.Low),
        };
    }

    static double ConstantOf(in Step step, in Moment moment) => step.Code switch
    {
        Code.Pips => step.Number * moment.Pip,
        Code.Yes or Code.Up => 1d,
        Code.No => 0d,
        Code.Down => -1d,
        _ => step.Number,
    };

    double NumberOf(in Step step)
    {
        var (first, second) = (cells[step.First], cells[step.Second]);
        return step.Code switch
        {
            Code.Shift or Code.Add => first + second,
            Code.Minus => first - second,
            Code.Negate => -first,
            Code.Abs => Math.Abs(first),
            Code.Max => Math.Max(first, second),
            Code.Min => Math.Min(first, second),
            Code.Times => first * second,
            Code.InUnits => Guarded.InUnits(first, second),
            _ => Guarded.Ratio(first, second),
        };
    }

    double TruthOf(in Step step, int at)
    {
        var (first, second) = (cells[step.First], cells[step.Second]);
        return step.Code switch
        {
            Code.Above => Truth(first > second),
            Code.And => first * second,
            Code.Or => Math.Max(first, second),
            Code.Not => 1d - first,
            Code.Became => Became(at, first > 0d),
            Code.Since => memory[at] = Guarded.BarsSince(first > 0d, memory[at]),
            Code.SideOf => Math.Sign(first),
            Code.Opposite => -first,
            Code.IsUp => Truth(first > 0d),
            Code.IsDown => Truth(first < 0d),
            _ => Truth(first * second > 0d),
        };
    }

    double Became(int at, bool holds)
    {
        var held = memory[at] != 0;
        memory[at] = holds ? 1 : 0;
        return Truth(holds && !held);
    }

    Step StepOf(Tree node, int at, IReadOnlyList<IndicatorGene> genes)
    {
        var slot = node.Operator.ReadsIndicator ? IndexOf(genes, IndicatorGene.Of(node)) : at;
        return new Step(node.Operator.Code, CellOf(node, 0), CellOf(node, node.Parts.Length - 1), node.Number, slot);
    }

    int CellOf(Tree node, int part) => node.Parts.IsEmpty ? 0 : places[node.Parts[part]];

    static int IndexOf(IReadOnlyList<IndicatorGene> genes, IndicatorGene wanted)
    {
        var at = 0;
        while (genes[at] != wanted)
        {
            at++;
        }

        return at;
    }

    static double Truth(bool holds) => holds ? 1d : 0d;
}
