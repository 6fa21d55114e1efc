namespace Workbench.Platform.Journals;

/// <summary>A journal as its store lists it.</summary>
/// <param name="Name">Name of its folder.</param>
/// <param name="Path">Its folder.</param>
/// <param name="Segments">How many segments it has.</param>
/// <param name="Bytes">What they take on disk.</param>
/// <param name="Begun">When it was begun, UTC, as far as its file system keeps such times.</param>
/// <param name="LastWrite">When it was written to last, UTC.</param>
/// <param name="IsActive">Whether a process is writing it now.</param>
public sealed record JournalInfo(string Name, string Path, int Segments, long Bytes, DateTime Begun, DateTime LastWrite, bool IsActive);
