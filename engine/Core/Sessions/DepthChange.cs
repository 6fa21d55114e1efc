namespace Workbench.Core;

/// <summary>One row of a message of an order book, raw.</summary>
public readonly record struct DepthChange(Side Side, long Price, long Size, DepthFlags Flags);
