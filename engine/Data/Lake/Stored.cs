namespace Workbench.Data.Lake;

/// <summary>What an import put into the lake.</summary>
/// <param name="Count">Events.</param>
/// <param name="First">Time of the first one, UTC nanoseconds.</param>
/// <param name="Last">Time of the last one, UTC nanoseconds.</param>
public readonly record struct Stored(long Count, long First, long Last);
