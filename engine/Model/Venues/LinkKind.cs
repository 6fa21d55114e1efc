namespace Workbench.Model;

/// <summary>What a connection to a venue carries.</summary>
public enum LinkKind : byte
{
    /// <summary>Events of our own orders.</summary>
    Orders = 1,

    /// <summary>Market data.</summary>
    Prices,
}
