namespace Workbench.Model;

/// <summary>How an order wants its price. FIX OrdType (40); zero is invalid on purpose.</summary>
public enum OrderType : byte
{
    /// <summary>At the best price there is.</summary>
    Market = 1,

    /// <summary>At <see cref="Order.Price"/> or better.</summary>
    Limit = 2,

    /// <summary>A market order from the moment the price reaches <see cref="Order.StopPx"/>.</summary>
    Stop = 3,
}
