namespace Workbench.Core;

/// <summary>Orders at the simulated venue that hang together, and how much of what they share is left.</summary>
sealed class VenueList(OrderList list)
{
    decimal grown;
    long splitAt = long.MinValue;

    /// <summary>What the members do to each other.</summary>
    public ContingencyType Contingency => list.Contingency;

    /// <summary>The entry whose fills release them, once it has come in.</summary>
    public Resting? Parent { get; set; }

    /// <summary>The orders, in the order they came in.</summary>
    public List<Resting> Members { get; } = [];

    /// <summary>Filled of all members together.</summary>
    public decimal CumQty { get; set; }

    /// <summary>What the entry has been filled with, splits since then counted: more than that there is nothing to exit from.</summary>
    public decimal Released => list.Parent is null ? decimal.MaxValue : (Parent?.CumQty ?? 0m) + grown;

    /// <summary>Shares are split: what was entered and not yet left has become more, or fewer, in whole lots. Members share a list, and it is split once.</summary>
    public void Split(Split split, Instrument instrument)
    {
        if (Parent is not null && splitAt != split.Time)
        {
            splitAt = split.Time;
            var left = Released - CumQty;
            grown += instrument.RoundToLot(left * split.New / split.Old) - left;
        }
    }

    /// <summary>What the members share: the entry's quantity, or what an entry that ended early was filled with.</summary>
    public decimal BasisFor(Resting member) =>
        Parent is null ? member.Order.OrderQty : (Parent.IsDone ? Parent.CumQty : Parent.OrderQty) + grown;
}
