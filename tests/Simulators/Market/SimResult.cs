namespace Workbench.Simulators.Market;

/// <summary>What became of a request: the order behind it, or why nothing was done.</summary>
public readonly record struct SimResult(SimOrder? Order, SimRefusal Refusal)
{
    public bool IsDone => Refusal == SimRefusal.None;

    public static SimResult Refused(SimRefusal why, SimOrder? order = null) => new(order, why);

    public static SimResult Done(SimOrder order) => new(order, SimRefusal.None);
}
