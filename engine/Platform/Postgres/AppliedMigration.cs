namespace Workbench.Platform.Postgres;

/// <summary>A migration that a database has behind it.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Name">Its file's name.</param>
/// <param name="Checksum">Hex SHA-256 of its text when it was applied.</param>
/// <param name="Applied">When that was, UTC.</param>
public sealed record AppliedMigration(int Version, string Name, string Checksum, DateTime Applied);
