namespace Workbench.Data.Routing;

/// <summary>What the user says of a source. Keys are never part of it.</summary>
/// <param name="Address">Where it is; null for where it says itself.</param>
/// <param name="Priority">Its place; null for its place among those that ship.</param>
/// <param name="On">Whether it is asked; null for yes, as far as it needs no key or has one.</param>
public sealed record SourceEntry(string? Address, int? Priority, bool? On)
{
    /// <summary>Nothing.</summary>
    public static SourceEntry Nothing { get; } = new(null, null, null);
}
