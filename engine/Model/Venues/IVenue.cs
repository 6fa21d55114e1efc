namespace Workbench.Model;

/// <summary>
/// Port to the order side of a real venue. Its adapter says what it knows and no more: answers and events go to the inbox as
/// they come, a command returns what is proven. It keeps no state of orders, and retries nothing that could trade twice.
/// </summary>
public interface IVenue : IAsyncDisposable
{
    /// <summary>What it can do.</summary>
    VenueCapabilities Capabilities { get; }

    /// <summary>The venue's rules for instruments, as the house knows instruments.</summary>
    /// <param name="symbols">Which; none for all that the venue lists, of which a venue that lists none gives none.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <exception cref="WorkbenchException">The venue does not have one of them, or cannot be reached.</exception>
    Task<IReadOnlyList<Instrument>> Instruments(IReadOnlyList<string> symbols, CancellationToken cancel);

    /// <summary>How far the venue's clock is ahead of ours; half the way there is allowed for.</summary>
    Task<TimeSpan> ClockOffset(CancellationToken cancel);

    /// <summary>The account now.</summary>
    Task<VenueAccount> Account(IReadOnlyList<Instrument> instruments, CancellationToken cancel);

    /// <summary>Starts to hear of our orders. Returns once events flow; later breaks are mended from within and told to the inbox.</summary>
    Task Listen(IReadOnlyList<Instrument> instruments, IInbox inbox, CancellationToken cancel);

    /// <summary>Sends an order.</summary>
    Task<SendResult> Submit(RiskApproved<OrderRequest> order, CancellationToken cancel);

    /// <summary>Asks for a cancellation.</summary>
    Task<SendResult> Cancel(OrderKey order, CancellationToken cancel);

    /// <summary>Asks for other terms of an order.</summary>
    /// <param name="order">Which.</param>
    /// <param name="wanted">The whole order as it shall be.</param>
    /// <param name="cancel">Stops waiting: the outcome is unknown then.</param>
    Task<SendResult> Replace(OrderKey order, RiskApproved<OrderRequest> wanted, CancellationToken cancel);

    /// <summary>Asks where an order stands, its fills included.</summary>
    /// <returns>The order; null where the venue says for sure that it has none such now.</returns>
    /// <exception cref="WorkbenchException">The venue could not be asked: nothing is known.</exception>
    Task<VenueOrder?> Query(OrderKey order, CancellationToken cancel);

    /// <summary>All working orders of the account in those instruments, whoever placed them.</summary>
    /// <exception cref="WorkbenchException">The venue could not be asked.</exception>
    Task<IReadOnlyList<VenueOrder>> OpenOrders(IReadOnlyList<Instrument> instruments, CancellationToken cancel);
}
