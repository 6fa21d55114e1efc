namespace Workbench.Model;

/// <summary>A line of <c>data list</c>: one tape of a store.</summary>
/// <param name="Data">What it holds in all.</param>
/// <param name="Files">Number of files, or of parts that a database counts.</param>
/// <param name="Bytes">Their size; 0 where the store does not know it.</param>
public sealed record StoreEntry(DataIdentity Data, int Files, long Bytes);
