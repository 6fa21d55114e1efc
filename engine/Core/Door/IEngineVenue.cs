namespace Workbench.Core;

/// <summary>A venue as the engine sees it, simulated or real: it takes orders, wants to be woken at times, and answers through the Door.</summary>
interface IEngineVenue : IBroker
{
    /// <summary>Whether it wants to know sizes at the quote.</summary>
    bool NeedsSizes { get; }

    /// <summary>Asks the clock for a call at an instant; set by whoever puts the run together.</summary>
    Action<long> Alarm { set; }

    /// <summary>Opens a market for orders.</summary>
    void Open(Market market);

    /// <summary>The clock reached an instant that it asked for.</summary>
    void Wake(long time);

    /// <summary>A fill has come in through the Door and stands in the books.</summary>
    void Heard();

    /// <summary>Shares of a market are split.</summary>
    void Split(Market market, Split split);

    /// <summary>An order that ended not long ago, of which the venue may still have to tell a fill; null where it cannot.</summary>
    Order? Remembered(long clientOrderId);
}
