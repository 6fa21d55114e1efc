namespace Workbench.Core;

/// <summary>What an order at the simulated venue waits for.</summary>
enum Wait : byte
{
    /// <summary>Its entry's first fill, or an instant: prices do not concern it yet.</summary>
    Held = 0,

    /// <summary>Any price at all.</summary>
    Any,

    /// <summary>The other side reaching its limit.</summary>
    Limit,

    /// <summary>The price going against us to its stop.</summary>
    Stop,

    /// <summary>The price coming to us.</summary>
    Touch,

    /// <summary>The price falling back from its best.</summary>
    Trail,
}
