namespace Workbench.Simulators.Market;

/// <summary>How long an order stays. Good till date and day both end at <see cref="SimTicket.ExpireAt"/>: only a venue knows when its day ends.</summary>
public enum SimTif
{
    Gtc,
    Ioc,
    Fok,

    /// <summary>Post only: refused where it would take.</summary>
    Gtx,
    Gtd,
    Day,
}
