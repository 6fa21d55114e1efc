namespace Workbench.Core;

/// <summary>Orders that work, or are on their way, as risk counts them: what it has refused is not among them, though the script has not heard of that yet.</summary>
sealed class WorkingOrders(OrderDesk desk, int books)
{
    readonly List<Order> refused = [];
    readonly List<Order> all = [];

    /// <summary>All of them, the order at hand included; one list that is filled anew at each look.</summary>
    public List<Order> All
    {
        get
        {
            refused.RemoveAll(static order => order.IsDone);
            all.Clear();
            for (var book = 0; book < books; book++)
            {
                foreach (var order in desk.OpenOf(book))
                {
                    if (!order.IsDone && !refused.Contains(order))
                    {
                        all.Add(order);
                    }
                }
            }

            return all;
        }
    }

    /// <summary>An order will not go out.</summary>
    public void Refuse(Order order) => refused.Add(order);
}
