using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>What a run came to, as far as a leaderboard and a resumed evolution need it.</summary>
sealed record RunFigures
{
    static readonly string[] Kept =
    [
        MetricCatalog.TotalReturn.Key, MetricCatalog.MaxDrawdown.Key, MetricCatalog.Sharpe.Key, MetricCatalog.TotalCosts.Key, MetricCatalog.WinRate.Key,
        MetricCatalog.ProfitFactor.Key, MetricCatalog.AverageHeld.Key, MetricCatalog.TradesPerDay.Key,
    ];

    /// <summary>How it ended.</summary>
    public required VariantState State { get; init; }

    /// <summary>Why it failed or was stopped.</summary>
    public string? Reason { get; init; }

    /// <summary>Hash of all that it put out.</summary>
    public string? EventLogHash { get; init; }

    /// <summary>Hash of its fills.</summary>
    public string? Behaviour { get; init; }

    /// <summary>Fills.</summary>
    public long Fills { get; init; }

    /// <summary>Round trips closed.</summary>
    public long Trades { get; init; }

    /// <summary>Equity at the start.</summary>
    public decimal EquityStart { get; init; }

    /// <summary>Equity at the end.</summary>
    public decimal EquityEnd { get; init; }

    /// <summary>Some figures of the report; undefined ones are not there.</summary>
    public SortedDictionary<string, double> Metrics { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Returns by period.</summary>
    public IReadOnlyList<double> Returns { get; init; } = [];

    /// <summary>Of a run.</summary>
    public static RunFigures Of(VariantResult result) => new()
    {
        State = result.State,
        Reason = result.Reason,
        EventLogHash = result.EventLogHash,
        Behaviour = result.BehaviourHash,
        Fills = result.Fills,
        Trades = result.Trades,
        EquityStart = result.EquityStart,
        EquityEnd = result.EquityEnd,
        Metrics = new(Kept.Where(key => result.Metric(key).Value is not null).ToDictionary(key => key, key => result.Metric(key).Value!.Value), StringComparer.Ordinal),
        Returns = result.Returns,
    };

    /// <summary>A figure; null where it is undefined.</summary>
    public double? Metric(Research.MetricDefinition metric) => Metrics.TryGetValue(metric.Key, out var value) ? value : null;

    /// <summary>Back as a variant of a search.</summary>
    public VariantResult ToResult(string key, IReadOnlyList<string> settings) => new()
    {
        Key = key,
        Settings = settings,
        State = State,
        Reason = Reason,
        EventLogHash = EventLogHash,
        BehaviourHash = Behaviour,
        Fills = Fills,
        Trades = Trades,
        EquityStart = EquityStart,
        EquityEnd = EquityEnd,
        Metrics = Metrics.ToDictionary(each => each.Key, each => (MetricValue)each.Value),
        Returns = Returns,
    };
}
