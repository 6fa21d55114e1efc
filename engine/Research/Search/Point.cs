namespace Workbench.Research.Search;

/// <summary>One point of a search space: what it sets, as the command line spells it, in the order of the axes.</summary>
/// <param name="Settings"><c>fast=5</c>, <c>slow=20</c>; the same words to <c>backtest --set</c> are the same run.</param>
public sealed record Point(IReadOnlyList<string> Settings)
{
    /// <summary>Canonical text: two points with one key are one variant.</summary>
    public string Key => string.Join(' ', Settings);

    public bool Equals(Point? other) => other is not null && Settings.SequenceEqual(other.Settings, StringComparer.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => Key;
}
