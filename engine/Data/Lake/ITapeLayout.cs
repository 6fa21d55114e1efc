using Workbench.Data.Parquet;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>How a kind of batch lies in columns. The first column is the event time by which tapes are ordered and cut.</summary>
interface ITapeLayout<TBatch>
{
    /// <summary>Which files of the tape hold which events: one a day, a month, or a year.</summary>
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

    /// <summary>Whether two events say the same in so many columns; <see cref="Leave"/> came before.</summary>
    bool IsSame(TBatch one, int at, TBatch other, int otherAt, int columns)
    {
        for (var i = 0; i < columns; i++)
        {
            if (Column(one, i)[at] != Column(other, i)[otherAt])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Adds rows to the hash of what a tape says; <see cref="Leave"/> came before.</summary>
    void Hash(ContentHash content, TBatch batch, int from, int count)
    {
        for (var i = 0; i < content.Columns; i++)
        {
            content.Add(i, Column(batch, i).AsSpan(from, count));
        }
    }

    /// <summary>What a tape becomes on its way into the lake. Default: itself.</summary>
    ICursor<TBatch> Enter(ICursor<TBatch> tape) => tape;

    /// <summary>Called with the first events that stay behind an import, which may no longer follow from what is before them. Default: they stand for themselves.</summary>
    void Rejoin(TBatch batch) { }

    /// <summary>Reads a stretch: from its first event on, or from before it where that says nothing alone.</summary>
    /// <param name="stored">Opens the events of a stretch as they are stored.</param>
    /// <param name="range">The stretch.</param>
    ICursor<TBatch> Begin(Func<TimeRange, ICursor<TBatch>> stored, TimeRange range) => stored(range);
}
