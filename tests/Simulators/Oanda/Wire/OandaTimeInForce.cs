namespace Workbench.Simulators.Oanda;

/// <summary>How long an order works.</summary>
public enum OandaTimeInForce
{
    Gtc,

    /// <summary>Until gtdTime.</summary>
    Gtd,

    /// <summary>Until 17:00 in New York.</summary>
    Gfd,

    Fok,
    Ioc,
}
