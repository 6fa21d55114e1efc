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
}
