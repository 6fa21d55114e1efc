namespace Workbench.Data.Routing;

/// <summary>A line of a stage's journal: an answer that lies there whole.</summary>
/// <param name="File">Its file within the stage, with slashes.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Hex SHA-256 of it: one that was damaged since is fetched again.</param>
/// <param name="Closed">Whether its time was over when it was fetched, so that it cannot have grown since.</param>
sealed record StagedPiece(string File, long Bytes, string Sha256, bool Closed);
