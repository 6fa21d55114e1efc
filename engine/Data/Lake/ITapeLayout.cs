using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>How a kind of batch lies in Parquet files of the lake.</summary>
interface ITapeLayout<TBatch> : ITapeShape<TBatch>
{
    IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos);

    /// <summary>The check that such a tape gets while it is written; null for kinds that have none.</summary>
    ITapeCheck<TBatch>? Check(Instrument instrument) => null;

    /// <summary>Reads files of the tape.</summary>
    ICursor<TBatch> Open(string folder, Instrument instrument, IReadOnlyList<StoredFile> files, TimeRange range) =>
        new TapeCursor<TBatch>(folder, instrument, files, this, range);

    /// <summary>Puts rows into a writer that has room for them.</summary>
    void Put(ParquetWriter writer, TBatch batch, int from, int count)
    {
        for (var i = 0; i < writer.Columns; i++)
        {
            writer.Longs(i).Add(Column(batch, i).AsSpan(from, count));
        }
    }
}
