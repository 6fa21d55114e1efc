namespace Workbench.Platform.Postgres;

/// <summary>A stretch of a tape, and where its rows are.</summary>
/// <param name="Name">The day, month or year.</param>
/// <param name="Series">What stands in the column <c>tape</c> of its rows: the tape's number, or one of its own where it was replaced.</param>
/// <param name="Since">First state of the tape that has it so.</param>
/// <param name="Stretch">What is known of it.</param>
sealed record TapePart(string Name, int Series, int Since, StoredStretch Stretch);
