namespace Workbench.Research;

/// <summary>
/// What the report draws: lines, candles and the trades worth a row. It is kept as <c>curves.json</c> in the run's folder, so that
/// <c>report</c> and <c>compare</c> need nothing else.
/// </summary>
public sealed record RunCurves
{
    /// <summary>Equity from the money at the start to the last mark.</summary>
    public required Curve Equity { get; init; }

    /// <summary>Buying and holding the first instrument for the money at the start; empty where there are no candles.</summary>
    public required Curve Benchmark { get; init; }

    /// <summary>Symbol of the benchmark; empty where there is none.</summary>
    public required string BenchmarkSymbol { get; init; }

    /// <summary>Gross exposure over equity.</summary>
    public required Curve GrossLeverage { get; init; }

    /// <summary>Net exposure over equity.</summary>
    public required Curve NetLeverage { get; init; }

    public required IReadOnlyList<CandleChart> Charts { get; init; }

    /// <summary>Closed trades, in order of exit; where there are too many, those with the largest profit or loss.</summary>
    public required IReadOnlyList<ListedTrade> Trades { get; init; }

    /// <summary>Upper edges but the first of the profit histogram's bars; one more than <see cref="ProfitCounts"/>.</summary>
    public required IReadOnlyList<double> ProfitEdges { get; init; }

    /// <summary>Closed trades in each bar.</summary>
    public required IReadOnlyList<long> ProfitCounts { get; init; }
}
