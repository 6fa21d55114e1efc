using Workbench.Research.Evolution;

namespace Workbench.App;

/// <summary>A champion or an ancestor of one.</summary>
/// <param name="Name">What people call it by.</param>
/// <param name="Key">Canonical name of the genome.</param>
/// <param name="Birth">Where it came from; parents by their keys.</param>
/// <param name="Size">How much there is to read.</param>
/// <param name="Scores">What it was selected by.</param>
/// <param name="Trades">Round trips closed in sample, on the first market.</param>
/// <param name="Script">Its script.</param>
sealed record FamilyMember(string Name, string Key, Birth Birth, int Size, IReadOnlyList<double?> Scores, long Trades, string Script)
{
    /// <summary>Names of its parents.</summary>
    public IEnumerable<string> ParentNames => Birth.Parents.Select(VariantName.Of);
}
