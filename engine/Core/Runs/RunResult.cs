namespace Workbench.Core;

/// <summary>What a run came to. Lists that grow with the run went to its <see cref="IRunSink"/>; here are the totals.</summary>
public sealed record RunResult
{
    /// <summary>SHA-256 chain over every output of the run, lower-case hex: two runs with one hash made the same decisions.</summary>
    public required string EventLogHash { get; init; }

    /// <summary>Market events seen: ticks, prints and stored bars.</summary>
    public required long Events { get; init; }

    /// <summary>Time of the first event, UTC nanoseconds; 0 where there was none.</summary>
    public required long FirstEvent { get; init; }

    /// <summary>Time of the last event, UTC nanoseconds; 0 where there was none.</summary>
    public required long LastEvent { get; init; }

    /// <summary>Whether the run was cut short and covers only a part of its range.</summary>
    public required bool IsPartial { get; init; }

    /// <summary>What became of the orders.</summary>
    public required OrderCounts Orders { get; init; }

    /// <summary>Executions.</summary>
    public required long Fills { get; init; }

    /// <summary>Closed round trips; what is left open at the end is not among them.</summary>
    public required long Trades { get; init; }

    /// <summary>Money at the start, in account currency.</summary>
    public required decimal StartEquity { get; init; }

    /// <summary>Worth at the end, marked to market, in account currency.</summary>
    public required decimal EndEquity { get; init; }

    /// <summary>Lowest worth at any event.</summary>
    public required decimal MinEquity { get; init; }

    /// <summary>Highest worth at any event.</summary>
    public required decimal MaxEquity { get; init; }

    /// <summary>Deepest fall as a share of its peak; its depth in money stands with it.</summary>
    public required Drawdown MaxDrawdown { get; init; }

    /// <summary>What trading cost.</summary>
    public required CostTotals Costs { get; init; }

    /// <summary>Dividends received less those paid, in account currency: money earned and no cost.</summary>
    public decimal Dividends { get; init; }

    /// <summary>What each script came to, in the order of <see cref="RunConfig.Books"/>.</summary>
    public IReadOnlyList<BookResult> Books { get; init; } = [];

    /// <summary>Times the venue warned of the margin.</summary>
    public long MarginCalls { get; init; }

    /// <summary>Times the venue began to close positions, the closing of the account included.</summary>
    public long StopOuts { get; init; }

    /// <summary>When equity was used up and the venue closed the account, UTC nanoseconds; 0 where it did not.</summary>
    public long ClosedTime { get; init; }

    /// <summary>What is owed to the venue at the end, positive, in account currency; 0 where nothing is.</summary>
    public decimal Owed { get; init; }

    /// <summary>Share of the time from first to last event with a position open, 0 to 1.</summary>
    public required double TimeInMarket { get; init; }

    /// <summary>Gross exposure over equity, averaged over the time from first to last event.</summary>
    public required double AverageLeverage { get; init; }

    /// <summary>Largest gross exposure over equity, at fills and sampling points.</summary>
    public required double MaxLeverage { get; init; }

    /// <summary>What buying and holding each traded instrument would have earned.</summary>
    public required IReadOnlyList<BenchmarkPrices> Benchmarks { get; init; }

    /// <summary>Names of the indicators whose values come with the chart's candles, by symbol, in their order.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> ChartIndicators { get; init; }

    /// <summary>Nanoseconds between two points of the equity grid.</summary>
    public required long EquityStepNanos { get; init; }
}
