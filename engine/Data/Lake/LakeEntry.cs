namespace Workbench.Data.Lake;

/// <summary>A line of <c>data list</c>: one tape of the lake.</summary>
/// <param name="Data">What it holds in all.</param>
/// <param name="Files">Number of files.</param>
/// <param name="Bytes">Their size.</param>
public sealed record LakeEntry(DataIdentity Data, int Files, long Bytes);
