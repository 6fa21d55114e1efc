namespace Workbench.Data.Parquet;

/// <summary>A stretch of rows with one chunk for each column.</summary>
sealed record RowGroupMeta(long Rows, ChunkMeta[] Chunks);
