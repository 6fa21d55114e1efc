namespace Workbench.Simulators.Market;

/// <summary>Why the exchange did not do what was asked. Prices, steps and texts are the venue's business and checked before.</summary>
public enum SimRefusal
{
    None,
    UnknownSymbol,
    UnknownAccount,

    /// <summary>No such order, or none of this account.</summary>
    UnknownOrder,

    /// <summary>The order has ended.</summary>
    Ended,

    /// <summary>Another open order of the account has this client id.</summary>
    DuplicateClientId,
    Funds,

    /// <summary>A post-only order that would take.</summary>
    WouldTake,

    /// <summary>The trigger's condition holds already.</summary>
    WouldTrigger,

    /// <summary>There is no position that the order would reduce.</summary>
    NothingToReduce,

    /// <summary>A fill-or-kill order that the book cannot fill, where <see cref="SimTicket.RefuseUnfillable"/> says so.</summary>
    Unfillable,

    /// <summary>Nobody offers at all.</summary>
    NoLiquidity,

    /// <summary>An amendment to no more than what is filled.</summary>
    QtyBelowFilled,
}
