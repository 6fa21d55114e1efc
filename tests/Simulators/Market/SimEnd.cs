namespace Workbench.Simulators.Market;

/// <summary>Why an order ended before it was filled.</summary>
public enum SimEnd
{
    None,

    /// <summary>Its owner, or a venue that acts for him.</summary>
    Canceled,

    /// <summary>The rest of an immediate-or-cancel order.</summary>
    ImmediateOrCancel,

    /// <summary>A fill-or-kill order that could not be filled whole.</summary>
    FillOrKill,

    /// <summary>The rest of a market order that emptied the book.</summary>
    NoLiquidity,

    /// <summary>Its time was up.</summary>
    Time,

    /// <summary>There was nothing left to reduce.</summary>
    ReduceOnly,

    /// <summary>It would have met an order of the same account.</summary>
    SelfTrade,

    /// <summary>Set off, but the account could not bear it any more.</summary>
    Funds,
}
