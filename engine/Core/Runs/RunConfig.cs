namespace Workbench.Core;

/// <summary>All that determines a run besides the script and the data: same config, script and data, same <c>EventLogHash</c>.</summary>
public sealed record RunConfig
{
    /// <summary>Where events come from and orders go. Default backtest.</summary>
    public RunMode Mode { get; init; } = RunMode.Backtest;

    /// <summary>Money at the start, in <see cref="Currency"/>. Default 100,000.</summary>
    public decimal Cash { get; init; } = 100_000m;

    /// <summary>The account's currency, ISO 4217: what its worth is told in. Amounts of other currencies are converted at event-time rates.</summary>
    public required string Currency { get; init; }

    /// <summary>Seed of the strategy's <c>Random</c>. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Stretch of time the run covers; it sets how finely equity and chart are sampled.</summary>
    public required TimeRange Range { get; init; }

    /// <summary>Names of the run's scripts: each has a book of its own. Default one.</summary>
    public IReadOnlyList<string> Books { get; init; } = ["strategy"];

    /// <summary>How the venue keeps the account. Default: netting, no margin asked for.</summary>
    public AccountTerms Account { get; init; } = new();

    /// <summary>What the trader allows himself. Default everything.</summary>
    public RiskTerms Risk { get; init; } = RiskTerms.None;

    /// <summary>What holding costs and brings, by symbol. Default nothing.</summary>
    public IReadOnlyDictionary<string, HoldingTerms> HoldingOf { get; init; } = new Dictionary<string, HoldingTerms>();

    /// <summary>Commission for every instrument that <see cref="CommissionOf"/> does not name. Default none.</summary>
    public CommissionSchedule Commission { get; init; } = CommissionSchedule.Free;

    /// <summary>Commission by symbol.</summary>
    public IReadOnlyDictionary<string, CommissionSchedule> CommissionOf { get; init; } = new Dictionary<string, CommissionSchedule>();

    /// <summary>When a resting limit order counts as filled. Default: traded through.</summary>
    public LimitFillRule LimitFill { get; init; } = LimitFillRule.Through;

    /// <summary>Which price an order meets when it arrives. Default: that of the next event.</summary>
    public ArrivalRule Arrival { get; init; } = ArrivalRule.NextEvent;

    /// <summary>Length of the stored bars that tell what happened within longer ones; default none.</summary>
    public BarSpec Resolve { get; init; }

    /// <summary>How the price moves within a stored bar. Default: whatever hurts comes first.</summary>
    public IntrabarPath Path { get; init; } = IntrabarPath.Worst;

    /// <summary>How long messages take to the venue. Default none.</summary>
    public ILatencyModel Latency { get; init; } = ConstantLatency.None;

    /// <summary>How far beyond the quote takers are filled. Default none.</summary>
    public ISlippageModel Slippage { get; init; } = TickSlippage.None;

    /// <summary>How much one event can fill. Default without limit.</summary>
    public ILiquidityModel Liquidity { get; init; } = UnlimitedLiquidity.Instance;

    /// <summary>How the queue ahead of a resting order shortens, on depth. Default: by prints alone.</summary>
    public IQueueModel Queue { get; init; } = RiskAverseQueue.Instance;
}
