namespace Workbench.Platform.Journals;

/// <summary>A segment that is complete: synced, sealed, and followed by another one.</summary>
/// <param name="Number">Number of the segment, from 1.</param>
/// <param name="Path">Its file.</param>
/// <param name="FirstRecord">Number of its first record.</param>
/// <param name="Records">How many records it holds.</param>
/// <param name="Bytes">Size of the file.</param>
public sealed record JournalSegment(int Number, string Path, long FirstRecord, long Records, long Bytes);
