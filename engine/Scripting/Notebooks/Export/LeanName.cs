namespace Workbench.Scripting.Notebooks;

/// <summary>A name that a strategy takes from another cell.</summary>
/// <param name="Name">The name, or the line that brings names in: <c>using System.Text;</c>.</param>
/// <param name="Cell">Number of the cell that declares it.</param>
public sealed record LeanName(string Name, int Cell)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"'{Name}' is declared in cell {Cell}");
}
