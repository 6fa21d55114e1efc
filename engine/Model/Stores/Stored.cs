namespace Workbench.Model;

/// <summary>What a write put into a store.</summary>
/// <param name="Count">Events.</param>
/// <param name="First">Time of the first one, UTC nanoseconds.</param>
/// <param name="Last">Time of the last one, UTC nanoseconds.</param>
/// <param name="Revision">Which state of the tape is in force now, from 1.</param>
/// <param name="ChangedFrom">Time of the first stored event that is another one now, or gone; null where all of them stand.</param>
public readonly record struct Stored(long Count, long First, long Last, int Revision = 1, long? ChangedFrom = null);
