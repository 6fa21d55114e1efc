namespace Workbench.Core;

/// <summary>What the venue said of the account's margin.</summary>
public enum MarginEventKind : byte
{
    /// <summary>A warning: equity fell to the margin call level.</summary>
    Call = 1,

    /// <summary>It began to close positions.</summary>
    StopOut,

    /// <summary>Equity was used up: everything is closed, and no order is taken any more.</summary>
    Closed,
}
