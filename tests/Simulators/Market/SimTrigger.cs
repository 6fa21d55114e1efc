namespace Workbench.Simulators.Market;

/// <summary>The price that sets off an order which waits.</summary>
public enum SimTrigger
{
    /// <summary>The last trade.</summary>
    Last,

    /// <summary>The side it would take: the ask for a purchase, the bid for a sale.</summary>
    Touch,

    /// <summary>The middle of bid and ask, which stands for a mark price.</summary>
    Mid,

    /// <summary>The side it would not take.</summary>
    FarTouch,
}
