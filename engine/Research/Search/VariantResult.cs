namespace Workbench.Research.Search;

/// <summary>
/// What the run of one variant came to. It holds what its single backtest would say, hash for hash; whatever depends on time, machine
/// or how many ran beside it is not in it.
/// </summary>
public sealed record VariantResult
{
    /// <summary>Canonical name within its search: a <see cref="Point.Key"/> or the hash of a genome.</summary>
    public required string Key { get; init; }

    /// <summary>What sets it apart, as <c>name=value</c>.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>How it ended.</summary>
    public required VariantState State { get; init; }

    /// <summary>Why it failed or was stopped, in one line; null where it finished.</summary>
    public string? Reason { get; init; }

    /// <summary>Hash of all that it put out: that of its single backtest. Null where it did not finish.</summary>
    public string? EventLogHash { get; init; }

    /// <summary>Hex SHA-256 over its fills (time, instrument, side, quantity, price): variants with one hash are one trial. Null where it failed.</summary>
    public string? BehaviourHash { get; init; }

    public long Fills { get; init; }

    /// <summary>Round trips closed.</summary>
    public long Trades { get; init; }

    public decimal EquityStart { get; init; }

    public decimal EquityEnd { get; init; }

    /// <summary>All figures of the report, by key; empty where it failed.</summary>
    public IReadOnlyDictionary<string, MetricValue> Metrics { get; init; } = new Dictionary<string, MetricValue>();

    /// <summary>Returns on equity, one for each period of the search's clock, which all variants share; empty where it failed. Periods after an early stop are 0.</summary>
    public IReadOnlyList<double> Returns { get; init; } = [];

    /// <summary>A figure by its key.</summary>
    public MetricValue Metric(string key) => State == VariantState.Failed ? MetricValue.None(Reason ?? "it failed")
        : Metrics.TryGetValue(key, out var value) ? value : MetricValue.None($"there is no metric {key}");
}
