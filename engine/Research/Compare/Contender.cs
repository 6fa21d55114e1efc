using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>One of those compared: a run, or a variant of a search.</summary>
public sealed record Contender
{
    /// <summary>Its name among the others: a run's id, a variant's key.</summary>
    public required string Key { get; init; }

    /// <summary>What it is called in a heading.</summary>
    public required string Label { get; init; }

    /// <summary>backtest, paper, live, variant.</summary>
    public required string Mode { get; init; }

    /// <summary>What sets it apart, as <c>name=value</c>.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>Its figures by key.</summary>
    public required IReadOnlyDictionary<string, MetricValue> Metrics { get; init; }

    /// <summary>Returns over the periods that all compared share; empty where there are none.</summary>
    public required double[] Returns { get; init; }

    /// <summary>What it did over the whole of its own time, which the others need not have seen.</summary>
    public required PhaseFigures Alone { get; init; }

    /// <summary>Hash of all that it put out; null where it did not finish.</summary>
    public string? EventLogHash { get; init; }

    /// <summary>What it was ranked by; undefined where it is no variant.</summary>
    public MetricValue Objective { get; init; } = MetricValue.None("it is no variant of a search");

    /// <summary>What a reader must know of it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The run behind it; null for a variant.</summary>
    public ComparedRun? Run { get; init; }

    /// <summary>A figure by its key.</summary>
    public MetricValue Metric(string key) => Metrics.TryGetValue(key, out var value) ? value : MetricValue.None("it was not computed");

    /// <summary>A run over the periods of a clock.</summary>
    public static Contender Of(ComparedRun run, PeriodClock clock, long start)
    {
        var own = Periods.Clock([run]);
        return new()
        {
            Key = run.Document.Identity.RunId,
            Label = Path.GetFileNameWithoutExtension(run.Document.Identity.StrategyFile),
            Mode = run.Mode,
            Settings = [.. run.Document.Identity.Parameters.Select(parameter => $"{parameter.Name}={parameter.Text}")],
            Metrics = run.Document.Metrics.ToDictionary(metric => metric.Definition.Key, metric => metric.Value is { } value ? value : MetricValue.None(metric.Reason ?? "it is undefined")),
            Returns = Periods.Returns(run.Equity, clock, start),
            Alone = PhaseFigures.Of(Periods.Returns(run.Equity, own, run.Document.Covered.From), own.PerYear),
            EventLogHash = run.Document.EventLogHash,
            Warnings = run.Document.Warnings,
            Run = run,
        };
    }

    /// <summary>A variant of a search.</summary>
    public static Contender Of(RankedVariant variant, PeriodClock clock) => new()
    {
        Key = variant.Result.Key,
        Label = variant.Result.Settings.Count == 0 ? variant.Result.Key : string.Join(' ', variant.Result.Settings),
        Mode = "variant",
        Settings = variant.Result.Settings,
        Metrics = variant.Result.Metrics,
        Returns = [.. variant.Result.Returns],
        Alone = PhaseFigures.Of([.. variant.Result.Returns], clock.PerYear),
        EventLogHash = variant.Result.EventLogHash,
        Objective = variant.Objective,
        Warnings = variant.Result.Reason is { } reason ? [reason] : [],
    };
}
