namespace Workbench.Platform.Postgres;

/// <summary>How the schema of a database stands to this program.</summary>
/// <param name="Server">Version of the server.</param>
/// <param name="Applied">Migrations it has behind it.</param>
/// <param name="Missing">Names of those it has before it.</param>
/// <param name="Dialect"><c>partitions</c> or <c>hypertables</c>; empty where nothing was applied.</param>
/// <param name="OffersTimescale">Whether the server has TimescaleDB to offer.</param>
public sealed record SchemaStatus(string Server, IReadOnlyList<AppliedMigration> Applied, IReadOnlyList<string> Missing, string Dialect, bool OffersTimescale)
{
    /// <summary>Whether this program knows all that was applied, and nothing is missing.</summary>
    public bool IsCurrent => Missing.Count == 0 && !IsNewer;

    /// <summary>Whether a newer program has been at it.</summary>
    public bool IsNewer => Applied.Count > Migration.All.Count;
}
