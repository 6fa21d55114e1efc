namespace Workbench.Data.Tests.Lake;

/// <summary>A row of a depth tape.</summary>
readonly record struct DepthRow(long Time, Side Side, long Price, long Size, DepthFlags Flags = DepthFlags.None);
