namespace Workbench.Model;

/// <summary>What a write put into a store.</summary>
/// <param name="Count">Events.</param>
/// <param name="First">Time of the first one, UTC nanoseconds.</param>
/// <param name="Last">Time of the last one, UTC nanoseconds.</param>
public readonly record struct Stored(long Count, long First, long Last);
