namespace Workbench.Research.Evolution;

/// <summary>An indicator that a genome needs.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Length">Its bars; 0 for one that has its own.</param>
public readonly record struct IndicatorGene(IndicatorKind Kind, int Length) : IComparable<IndicatorGene>
{
    /// <summary>Those of a genome, each once, in their fixed order.</summary>
    public static IReadOnlyList<IndicatorGene> Of(Genome genome)
    {
        var all = genome.Nodes.Where(node => node.Operator.ReadsIndicator).Select(Of);
        return [.. (genome.Protection.Length > 0 ? all.Append(RangeOf(genome)) : all).Distinct().Order()];
    }

    /// <summary>The indicator that a node reads.</summary>
    internal static IndicatorGene Of(Tree node) => new(KindOf(node.Operator.Code), (int)node.Number);

    /// <summary>The average true range that stops and sizes count in.</summary>
    internal static IndicatorGene RangeOf(Genome genome) => new(IndicatorKind.Atr, genome.Protection.Length);

    /// <summary>A fresh one.</summary>
    internal Indicator Make() => Kind switch
    {
        IndicatorKind.Sma => new Sma(Length),
        IndicatorKind.Ema => new Ema(Length),
        IndicatorKind.PriorChannel => new PriorChannel(Length),
        IndicatorKind.Bollinger => new Bollinger(Length),
        IndicatorKind.Momentum => new Momentum(Length),
        IndicatorKind.Atr => new Atr(Length),
        IndicatorKind.StandardDeviation => new StandardDeviation(Length),
        IndicatorKind.Rsi => new Rsi(Length),
        IndicatorKind.Adx => new Adx(Length),
        IndicatorKind.EfficiencyRatio => new EfficiencyRatio(Length),
        _ => new MarketRegime(),
    };

    public int CompareTo(IndicatorGene other) => Kind == other.Kind ? Length.CompareTo(other.Length) : Kind.CompareTo(other.Kind);

    static IndicatorKind KindOf(Code code) => code switch
    {
        Code.Sma => IndicatorKind.Sma,
        Code.Ema => IndicatorKind.Ema,
        Code.Highest or Code.Lowest => IndicatorKind.PriorChannel,
        Code.UpperBand or Code.LowerBand => IndicatorKind.Bollinger,
        Code.Momentum => IndicatorKind.Momentum,
        Code.Atr => IndicatorKind.Atr,
        Code.Deviation => IndicatorKind.StandardDeviation,
        Code.Rsi => IndicatorKind.Rsi,
        Code.Adx => IndicatorKind.Adx,
        Code.Efficiency => IndicatorKind.EfficiencyRatio,
        _ => IndicatorKind.MarketRegime,
    };
}
