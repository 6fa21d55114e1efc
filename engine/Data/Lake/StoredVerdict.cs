namespace Workbench.Data.Lake;

/// <summary>A day's verdict as a manifest spells it.</summary>
sealed record StoredVerdict
{
    public required string Date { get; init; }

    /// <summary><c>warn</c> or <c>refused</c>.</summary>
    public required string Verdict { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }
}
