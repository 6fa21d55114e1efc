namespace Workbench.Data.Parquet;

/// <summary>Values of one column that wait for their row group to be full.</summary>
interface IColumnBuffer
{
    ParquetColumn Column { get; }

    int Count { get; }

    /// <summary>Writes the pages of what was gathered, and begins anew.</summary>
    void Flush(PageWriter pages);
}
