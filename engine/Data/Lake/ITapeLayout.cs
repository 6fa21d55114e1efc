using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>How a kind of batch lies in columns. The first column is the event time by which tapes are ordered and cut.</summary>
interface ITapeLayout<TBatch>
{
    /// <summary>Which files of the tape hold which events: one a month, or one a year.</summary>
    Partition Partition { get; }

    /// <summary>Column that says until when an event speaks: its time, or a bar's close.</summary>
    int Until { get; }

    IReadOnlyList<ParquetColumn> Columns(Instrument instrument, long unitNanos);

    /// <summary>A column of the batch as integers, of <see cref="TickBatch.Capacity"/> places.</summary>
    long[] Column(TBatch batch, int index);

    /// <summary>Columns, counted from the first, that whoever reads into the batch wants to have.</summary>
    int Wanted(TBatch batch);

    int Count(TBatch batch);

    /// <summary>Called before the columns are written.</summary>
    void Leave(TBatch batch);

    /// <summary>Called after the columns were filled with so many events.</summary>
    void Arrive(TBatch batch, int count);

    TBatch Make();

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

    /// <summary>Adds rows to the hash of what a tape says; <see cref="Leave"/> came before.</summary>
    void Hash(ContentHash content, TBatch batch, int from, int count)
    {
        for (var i = 0; i < content.Columns; i++)
        {
            content.Add(i, Column(batch, i).AsSpan(from, count));
        }
    }
}
