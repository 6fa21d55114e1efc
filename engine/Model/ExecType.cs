namespace Workbench.Model;

/// <summary>What just happened to an order. FIX ExecType (150).</summary>
public enum ExecType : byte
{
    /// <summary>The venue has it. FIX '0'.</summary>
    New = 1,

    /// <summary>A fill, whole or part. FIX 'F'.</summary>
    Trade,

    /// <summary>It was cancelled. FIX '4'.</summary>
    Canceled,

    /// <summary>It was refused. FIX '8'.</summary>
    Rejected,

    /// <summary>Its time ran out. FIX 'C'.</summary>
    Expired,

    /// <summary>It was amended as asked; the report carries the new terms. FIX '5'.</summary>
    Replaced,

    /// <summary>A stop was reached or a price touched: it works as a market or limit order from now on. FIX 'L'.</summary>
    Triggered,

    /// <summary>The venue changed it unasked, because its parent ended part filled or shares were split; the report carries the new terms. FIX 'D'.</summary>
    Restated,

    /// <summary>A cancellation was refused; the order is as it was. FIX message 9, CxlRejResponseTo (434) 1.</summary>
    CancelRejected,

    /// <summary>An amendment was refused; the order is as it was. FIX message 9, CxlRejResponseTo (434) 2.</summary>
    ReplaceRejected,
}
