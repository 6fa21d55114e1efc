namespace Workbench.Research;

/// <summary>The report's tables: what does not fit into one number.</summary>
public sealed record RunTables
{
    public IReadOnlyList<PeriodReturn> Monthly { get; init; } = [];

    public IReadOnlyList<PeriodReturn> Yearly { get; init; } = [];

    /// <summary>The five deepest falls of sampled equity, deepest first.</summary>
    public IReadOnlyList<DrawdownSpan> Drawdowns { get; init; } = [];

    public IReadOnlyList<TradeGroup> BySide { get; init; } = [];

    /// <summary>One for each script of the run that closed a trade.</summary>
    public IReadOnlyList<TradeGroup> ByScript { get; init; } = [];

    public IReadOnlyList<TradeGroup> ByInstrument { get; init; } = [];

    public IReadOnlyList<TradeGroup> ByEntryTag { get; init; } = [];

    public IReadOnlyList<TradeGroup> ByExitTag { get; init; } = [];

    /// <summary>By the kind of order that ended the trade.</summary>
    public IReadOnlyList<TradeGroup> ByExitReason { get; init; } = [];

    /// <summary>Entry and exit tag together.</summary>
    public IReadOnlyList<TradeGroup> ByMix { get; init; } = [];

    /// <summary>Trades left open at the end, marked to market.</summary>
    public IReadOnlyList<ListedTrade> OpenTrades { get; init; } = [];

    /// <summary>Refused orders by reason.</summary>
    public IReadOnlyDictionary<string, long> Refusals { get; init; } = new Dictionary<string, long>();

    /// <summary>Orders that ended or still work with a part filled.</summary>
    public long PartiallyFilled { get; init; }
}
