namespace Workbench.Model;

/// <summary>
/// Port outward: where orders go. What becomes of them comes back as <see cref="ExecutionReport"/>s through the Door, never
/// as a return value, because a venue answers when it answers.
/// </summary>
public interface IBroker
{
    /// <summary>Sends an order.</summary>
    void Submit(RiskApproved<Order> order);

    /// <summary>Asks for an order's cancellation. The order works until a report says otherwise.</summary>
    void Cancel(Order order);

    /// <summary>Asks for other terms. The order works under its old ones until a report says otherwise.</summary>
    void Replace(Order order, RiskApproved<OrderTerms> terms);
}
