namespace Workbench.Core;

/// <summary>What is on its way to a venue.</summary>
public enum OrderMessage : byte
{
    /// <summary>A new order. FIX D.</summary>
    Submit = 1,

    /// <summary>A cancellation. FIX F.</summary>
    Cancel,

    /// <summary>An amendment. FIX G.</summary>
    Replace,
}
