namespace Workbench.Research;

/// <summary>
/// All that a run came to, in one record: console, HTML, <c>runs</c>, <c>compare</c> and <c>--json</c> are views of it. It is kept as
/// <c>result.json</c> in the run's folder; the curves lie beside it in <see cref="RunCurves"/>.
/// </summary>
public sealed record RunDocument
{
    public required RunIdentity Identity { get; init; }

    public required RunConfig Config { get; init; }

    public required RunTimings Timings { get; init; }

    public required string EventLogHash { get; init; }

    public required long Events { get; init; }

    /// <summary>First to last event; not the range asked for, which is the config's.</summary>
    public required TimeRange Covered { get; init; }

    public required bool IsPartial { get; init; }

    public required OrderCounts Orders { get; init; }

    public required long Fills { get; init; }

    public required long Trades { get; init; }

    public required EquitySummary Equity { get; init; }

    public required CostTotals Costs { get; init; }

    /// <summary>Dividends received less those paid: money earned, and no cost.</summary>
    public decimal Dividends { get; init; }

    /// <summary>What the venue did to the account.</summary>
    public AccountSummary Account { get; init; } = new(0, 0, 0, 0m);

    /// <summary>What each script came to.</summary>
    public IReadOnlyList<BookResult> Scripts { get; init; } = [];

    /// <summary>Days in a year of the statistics: 252, or 365 where all instruments are crypto.</summary>
    public required int PeriodsPerYear { get; init; }

    public required IReadOnlyList<BenchmarkLine> Benchmarks { get; init; }

    /// <summary>In the order of the report.</summary>
    public required IReadOnlyList<Metric> Metrics { get; init; }

    public required RunTables Tables { get; init; }

    /// <summary>What a reader must know before believing a number; the gravest first.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Files of the run by name: report, trades, equity, journal.</summary>
    public IReadOnlyDictionary<string, string> Artifacts { get; init; } = new Dictionary<string, string>();

    public double EventsPerSecond => Timings.Wall > 0d ? Events / Timings.Wall : 0d;

    /// <summary>The run's value of a metric; undefined where an older version did not know it.</summary>
    public Metric Metric(MetricDefinition definition)
    {
        foreach (var metric in Metrics)
        {
            if (metric.Definition.Key == definition.Key)
            {
                return metric;
            }
        }

        return Research.Metric.None(definition, "not computed by the version that made this run");
    }
}
