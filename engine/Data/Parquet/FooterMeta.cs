namespace Workbench.Data.Parquet;

/// <summary>All that a Parquet footer says which matters here.</summary>
sealed record FooterMeta(
    IReadOnlyList<ParquetColumn> Columns, IReadOnlyList<RowGroupMeta> RowGroups, long Rows,
    IReadOnlyDictionary<string, string> Metadata, string CreatedBy);
