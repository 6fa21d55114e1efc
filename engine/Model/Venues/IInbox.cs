namespace Workbench.Model;

/// <summary>
/// The Door as adapters see it: where they put what they hear, from any thread. It is stamped, numbered and journaled before
/// anyone acts on it. A call blocks while the session is behind: nothing is dropped.
/// </summary>
public interface IInbox
{
    /// <summary>The best bid and ask changed.</summary>
    void Post(in Tick tick);

    /// <summary>A print.</summary>
    void Post(in Trade trade);

    /// <summary>A bar that closed.</summary>
    void Post(in Bar bar);

    /// <summary>One message of an order book: rows as in <see cref="DepthBatch"/>, the first of a snapshot flagged so. The batch may be reused after the call.</summary>
    void Post(Instrument instrument, DepthBatch message);

    /// <summary>News, a word of the economic calendar, or a measure of sentiment.</summary>
    void Post(INotice notice);

    /// <summary>A venue spoke of an order.</summary>
    void Post(VenueReport report);

    /// <summary>A connection came, went, or lost something.</summary>
    void Post(LinkKind link, LinkState state, string text);

    /// <summary>Money came or went without a trade of ours: financing, funding, a transfer.</summary>
    /// <param name="id">The venue's id of it: what is booked once.</param>
    /// <param name="amount">Signed amount.</param>
    /// <param name="kind">The venue's word for it, such as <c>DAILY_FINANCING</c>.</param>
    void Post(string id, Money amount, string kind);
}
