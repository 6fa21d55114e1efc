namespace Workbench.Core;

/// <summary>Why money came or went without a trade.</summary>
public enum CashFlowKind : byte
{
    /// <summary>Interest for holding over night.</summary>
    Swap = 1,

    /// <summary>Funding of a perpetual: longs pay shorts while the rate is above zero.</summary>
    Funding,

    /// <summary>Fee for borrowing the shares that were sold short.</summary>
    Borrow,

    /// <summary>Dividend: received by a long position, paid by a short one.</summary>
    Dividend,

    /// <summary>Shares were split: no money. A fraction that cannot be held is sold, and told as a trade.</summary>
    Split,
}
