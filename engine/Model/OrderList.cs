namespace Workbench.Model;

/// <summary>Orders that hang together: exits of one entry, or entries of which one is wanted. FIX ListID (66).</summary>
/// <param name="contingency">What they do to each other.</param>
/// <param name="parent">The order whose fills release them; null where they work from the start. FIX ContingencyType 2, one triggers other.</param>
public sealed class OrderList(ContingencyType contingency, Order? parent)
{
    readonly List<Order> orders = [];

    /// <summary>What they do to each other.</summary>
    public ContingencyType Contingency => contingency;

    /// <summary>The order whose fills release them; null where there is none.</summary>
    public Order? Parent => parent;

    /// <summary>The orders, in the order sent.</summary>
    public IReadOnlyList<Order> Orders => orders;

    /// <summary>Filled of all of them together.</summary>
    public decimal CumQty
    {
        get
        {
            var filled = 0m;
            foreach (var order in orders)
            {
                filled += order.CumQty;
            }

            return filled;
        }
    }

    internal void Add(Order order) => orders.Add(order);
}
