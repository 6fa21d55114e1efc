namespace Workbench.Core;

/// <summary>How a session stands at one moment: copies, which no later event changes.</summary>
public sealed record SessionView
{
    /// <summary>Time of the last input, UTC nanoseconds.</summary>
    public required long Time { get; init; }

    /// <summary>What the account is worth, in account currency.</summary>
    public required decimal Equity { get; init; }

    /// <summary>Money and realised profit.</summary>
    public required decimal Balance { get; init; }

    /// <summary>Why it does not trade; empty while it does.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Whether it was killed.</summary>
    public bool IsKilled { get; init; }

    /// <summary>Working orders, oldest first.</summary>
    public required IReadOnlyList<OrderView> Orders { get; init; }

    /// <summary>What is held.</summary>
    public required IReadOnlyList<PositionView> Positions { get; init; }

    /// <summary>Working orders of others at the venue.</summary>
    public required IReadOnlyList<Stranger> Strangers { get; init; }

    /// <summary>What became of orders so far.</summary>
    public required OrderCounts Counts { get; init; }

    /// <summary>Fills so far.</summary>
    public required long Fills { get; init; }

    /// <summary>What trading has cost.</summary>
    public required CostTotals Costs { get; init; }

    /// <summary>What happened at a real venue; null at the simulated one.</summary>
    public LiveCounts? Live { get; init; }

    /// <summary>What the portfolio may lose, and each position's share of it; null where no limit asks for it.</summary>
    public PortfolioRisk? Risk { get; init; }

    internal static SessionView Of(Engine engine, LiveBroker? live, TradingState state) => new()
    {
        Time = engine.Clock.Nanos,
        Equity = engine.Account.Equity,
        Balance = engine.Account.Balance,
        Reasons = [.. state.Reasons(), .. engine.KillSwitch.Reasons],
        Orders = [.. engine.Desk.All.Select(OrderView.Of)],
        Positions = [.. engine.Markets.Where(market => market.IsTraded).Select(PositionView.Of)],
        Strangers = [.. live?.Auditor.Strangers ?? []],
        Counts = engine.Intake.Orders,
        Fills = engine.Account.Fills,
        Costs = engine.Account.Costs,
        Live = live?.Counts,
        Risk = engine.MeasureRisk(),
        IsKilled = engine.KillSwitch.IsKilled,
    };
}
