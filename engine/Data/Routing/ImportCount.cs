namespace Workbench.Data.Routing;

/// <summary>What came into the lake.</summary>
/// <param name="Count">Events.</param>
/// <param name="First">Time of the first one, UTC nanoseconds; 0 where there is none.</param>
/// <param name="Last">Time of the last one, UTC nanoseconds; 0 where there is none.</param>
/// <param name="Warnings">What a person should know.</param>
public sealed record ImportCount(long Count, long First, long Last, IReadOnlyList<string> Warnings)
{
    /// <summary>Nothing did.</summary>
    public static ImportCount Nothing { get; } = new(0, 0, 0, []);

    /// <summary>Both together.</summary>
    public ImportCount With(ImportCount other) => Count == 0 ? other with { Warnings = Union(other) }
        : other.Count == 0 ? this with { Warnings = Union(other) }
        : new(Count + other.Count, Math.Min(First, other.First), Math.Max(Last, other.Last), Union(other));

    List<string> Union(ImportCount other) => [.. Warnings.Union(other.Warnings)];
}
