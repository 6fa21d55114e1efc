namespace Workbench.Simulators.Binance;

/// <summary>A conditional order as the algo service knows it, which outlives the order that it turned into.</summary>
sealed class FuturesAlgo(long algoId, long orderId)
{
    public long AlgoId => algoId;

    /// <summary>Order behind it: not shown before it was triggered.</summary>
    public long OrderId => orderId;

    public string Status { get; set; } = "NEW";

    public long TriggerTime { get; set; }

    /// <summary>Why it was refused or ended, where that is told.</summary>
    public string? Reason { get; set; }

    public bool IsTriggered => TriggerTime > 0;
}
