using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>
/// Puts a tape into the database in one transaction. What is stored between its first and last event is replaced, and what it covers
/// besides; what lies before and behind stays. Until the end readers see the old state, and so they do after whatever breaks it off.
/// </summary>
sealed class TapeWriter<TBatch>(Database database, NpgsqlConnection connection, NpgsqlConnection side, Tape tape, BarSpec spec, TapeTable<TBatch> table, string source, TimeRange? covers) : IDisposable
{
    readonly ITapeShape<TBatch> layout = table.Layout;
    readonly IReadOnlyList<StoredStretch> old = ManifestRows.Of(connection, tape.Id);
    readonly List<StoredStretch> written = [];
    readonly List<TimeRange> slices = [];
    readonly ITapeJudge<TBatch>? judge = table.Judge?.Invoke(tape.Instrument);
    readonly GapFinder gaps = new(tape.Instrument.Calendar, spec, tape.Kind);
    readonly RowWriter<TBatch> rows = new(connection, table, tape.Id, SourceRow.Keep(side, source));
    StretchMeter<TBatch>? meter;
    TimeRange current;
    TimeRange slice;
    long first;
    long last = long.MinValue;
    long count;

    /// <summary>Writes it. The caller commits.</summary>
    public Stored Write(ICursor<TBatch> events)
    {
        var batch = layout.Make();
        var entering = layout.Enter(events);
        while (entering.Read(batch))
        {
            layout.Leave(batch);
            Take(batch);
        }

        Finish();
        return new Stored(count, first, last);
    }

    /// <summary>After the commit: brings indexes up to what was written.</summary>
    public void Summarize() => slices.ForEach(each => database.Dialect.Summarize(connection, table.Series, each));

    public void Dispose()
    {
        rows.Dispose();
        meter?.Dispose();
    }

    void Take(TBatch batch)
    {
        var times = layout.Column(batch, 0).AsSpan(0, layout.Count(batch));
        for (var at = 0; at < times.Length;)
        {
            if (times[at] < last)
            {
                throw StoreErrors.NotInOrder(tape.Instrument.Symbol, last, times[at]);
            }

            if (meter is null || !slice.Contains(times[at]))
            {
                Turn(times[at]);

                // What it kept went through the same columns.
                layout.Leave(batch);
            }

            var end = at;
            for (; end < times.Length && times[end] < slice.To; end++)
            {
                last = times[end] >= last ? times[end] : throw StoreErrors.NotInOrder(tape.Instrument.Symbol, last, times[end]);
            }

            rows.Add(batch, at, end - at);
            See(batch, at, end - at, source);
            count += end - at;
            at = end;
        }
    }

    // On to another day, and with it perhaps to another month. The first month begins with what is stored of it before the tape.
    void Turn(long time)
    {
        rows.Close();
        if (meter is null || !current.Contains(time))
        {
            Close();
            current = layout.Partition.RangeOf(time);
            meter = new StretchMeter<TBatch>(layout, gaps);
            if (last == long.MinValue)
            {
                first = time;
                Prime();
                Keep(current with { To = Replaced.From });
            }
        }

        slice = table.Series.SliceOf(time);
        database.Dialect.Prepare(side, table.Series, slice);
        slices.Add(slice);
    }

    /// <summary>What gives way: all between the first and the last event, and what the source covers of the months of these.</summary>
    TimeRange Replaced => new(Math.Min(first, covers?.From ?? first), Math.Max(Math.Max(last, first) + 1, covers?.To ?? long.MinValue));

    /// <summary>Counts what stays of a stretch into the current month.</summary>
    void Keep(TimeRange range, bool isBehind = false)
    {
        Action? rejoin = null;
        foreach (var stored in old.Where(stored => range.From < range.To && new TimeRange(stored.First, stored.Last + 1).Overlaps(range)))
        {
            using var reader = new TapeReader<TBatch>(database, connection, ownsConnection: false, tape, table, [stored], range);
            var batch = layout.Make();
            while (reader.Read(batch))
            {
                layout.Leave(batch);
                rejoin = isBehind ? Rejoin(batch) : rejoin;
                isBehind = false;
                See(batch, 0, layout.Count(batch), stored.Source);
            }
        }

        rejoin?.Invoke();
    }

    /// <summary>Lets the first event that stays behind the tape say that it no longer follows. The row is changed once nobody reads.</summary>
    Action Rejoin(TBatch batch)
    {
        long[] before = [.. layout.Shape.Select((_, i) => layout.Column(batch, i)[0])];
        layout.Rejoin(batch);
        layout.Leave(batch);
        List<string> changes = [.. layout.Shape.Select((column, i) => (column.Name, Was: before[i], Is: layout.Column(batch, i)[0]))
            .Where(column => column.Was != column.Is).Select(column => FormattableString.Invariant($"{column.Name} = {column.Is}"))];
        var row = table.Within(tape.Id, new TimeRange(before[0], before[0] + 1));
        return () => changes.ForEach(change => connection.Do($"update {table.Series.Name} set {change} where {row} and seq = (select min(seq) from {table.Series.Name} where {row})"));
    }

    void See(TBatch batch, int from, int size, string of)
    {
        meter!.Add(batch, from, size, of);
        judge?.See(batch, from, size);
    }

    /// <summary>Shows the judge the last stored price of the months before, so that a month in another scale is seen while it is written.</summary>
    void Prime()
    {
        if (judge is null || old.LastOrDefault(stored => stored.Last < current.From && stored.Quality?.Worst < DataQuality.Refused) is not { } before)
        {
            return;
        }

        using var reader = new TapeReader<TBatch>(database, connection, ownsConnection: false, tape, table, [before], new TimeRange(before.Last, before.Last + 1));
        var batch = layout.Make();
        if (reader.Read(batch))
        {
            judge.Prime(batch, layout.Count(batch) - 1);
        }
    }

    void Close()
    {
        if (meter is not null)
        {
            written.Add(meter.Finish());
            meter.Dispose();
            meter = null;
        }
    }

    void Finish()
    {
        if (meter is null)
        {
            throw StoreErrors.EmptyTape(tape.Instrument.Symbol, tape.Kind);
        }

        rows.Close();
        var touched = new TimeRange(layout.Partition.RangeOf(first).From, current.To);
        var replaced = new TimeRange(Math.Max(Replaced.From, touched.From), Math.Min(Replaced.To, touched.To));
        if (old.Any(stored => new TimeRange(stored.First, stored.Last + 1).Overlaps(replaced)))
        {
            // Rows of this transaction are the new ones.
            connection.Do($"delete from {table.Series.Name} where {table.Within(tape.Id, replaced)} and xmin <> pg_current_xact_id()::xid");
        }

        Keep(current with { From = replaced.To }, isBehind: true);
        Close();
        ManifestRows.Replace(connection, tape.Id, touched, [.. Judged().Select(stretch => (layout.Partition.NameOf(stretch.First), stretch))]);
    }

    IEnumerable<StoredStretch> Judged() => judge is null
        ? written
        : written.Zip(judge.Finish([.. written.Select(stretch => (layout.Partition.RangeOf(stretch.First), stretch.Content))]), (stretch, quality) => stretch with { Quality = quality });
}
