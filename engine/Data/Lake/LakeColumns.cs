using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>How the columns of a tape lie in a file of the lake.</summary>
static class LakeColumns
{
    /// <summary>The file's columns, times in that unit.</summary>
    public static IReadOnlyList<ParquetColumn> Of<TBatch>(ITapeLayout<TBatch> layout, Instrument instrument, long unitNanos) => [.. layout.Columns.Select(column => column.Unit switch
    {
        ColumnUnit.Time => ParquetColumn.Time(column.Name, unitNanos),
        ColumnUnit.Price => ParquetColumn.Decimal(column.Name, instrument.PriceScale),
        ColumnUnit.Size => ParquetColumn.Decimal(column.Name, instrument.SizeScale, repeats: true),
        _ => ParquetColumn.Whole(column.Name, repeats: true),
    })];
}
