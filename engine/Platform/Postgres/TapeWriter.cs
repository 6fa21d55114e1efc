using Npgsql;

namespace Workbench.Platform.Postgres;

/// <summary>
/// Puts a tape into the database in one transaction. What is stored between its first and last event is replaced, and what it covers
/// besides; what lies before and behind stays. Until the end readers see the old state, and so they do after whatever breaks it off.
/// A write that changes what was stored makes the tape's next state: what was in the former one stays, under a number of its own.
/// </summary>
/// <param name="database">Where it goes.</param>
/// <param name="connection">To it, within a transaction.</param>
/// <param name="side">To it, outside of that.</param>
/// <param name="tape">The tape.</param>
/// <param name="spec">Length of its bars; default for all else.</param>
/// <param name="table">Its table.</param>
/// <param name="before">The same table with columns of its own, for reading what was stored while the write goes on.</param>
/// <param name="source">Where the events come from.</param>
/// <param name="covers">What is replaced besides; null for nothing.</param>
sealed class TapeWriter<TBatch>(
    Database database, NpgsqlConnection connection, NpgsqlConnection side, Tape tape, BarSpec spec, TapeTable<TBatch> table, TapeTable<TBatch> before, string source, TimeRange? covers) : IDisposable
{
    readonly ITapeShape<TBatch> layout = table.Layout;
    readonly List<TapePart> old = ManifestRows.Parts(connection, tape.Id, tape.Revision);
    readonly List<StoredStretch> written = [];
    readonly List<TimeRange> slices = [];
    readonly ITapeJudge<TBatch>? judge = table.Judge?.Invoke(tape.Instrument);
    readonly GapFinder gaps = new(tape.Instrument.Calendar, spec, tape.Kind);
    readonly RowWriter<TBatch> rows = new(connection, table, tape.Id, SourceRow.Keep(side, source));
    StretchMeter<TBatch>? meter;
    ChangeWatch<TBatch>? watch;
    Action? rejoin;
    TimeRange current;
    TimeRange slice;
    long first;
    long last = long.MinValue;
    long count;
    long? changedFrom;
    long? rejoinedAt;

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

        return new Stored(count, first, last, Finish(), changedFrom);
    }

    /// <summary>After the commit: brings indexes up to what was written.</summary>
    public void Summarize() => slices.Distinct().ToList().ForEach(each => database.Dialect.Summarize(connection, table.Series, each));

    public void Dispose()
    {
        rows.Dispose();
        meter?.Dispose();
        watch?.Dispose();
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
            watch?.See(batch, at, end - at);
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
                watch = Watch(Math.Max(Replaced.From, current.From));
                Keep(current with { To = Replaced.From });
            }
        }

        slice = table.Series.SliceOf(time);
        database.Dialect.Prepare(side, table.Series, slice);
        slices.Add(slice);
    }

    /// <summary>What gives way: all between the first and the last event, and what the source covers of the months of these.</summary>
    TimeRange Replaced => new(Math.Min(first, covers?.From ?? first), Math.Max(Math.Max(last, first) + 1, covers?.To ?? long.MinValue));

    /// <summary>Reads what is stored from an instant on beside the write. Rows that are missing, which a new import mends, are a change like others.</summary>
    ChangeWatch<TBatch>? Watch(long from)
    {
        List<TapePart> parts = [.. old.Where(part => part.Stretch.Last >= from)];
        return parts.Count == 0 ? null : new ChangeWatch<TBatch>(
            new TapeReader<TBatch>(database, database.Open(), ownsConnection: true, tape, before, parts, new TimeRange(from, long.MaxValue)) { IsCounted = false }, from, before.Layout);
    }

    /// <summary>Counts what stays of a stretch into the current month.</summary>
    void Keep(TimeRange range, bool isBehind = false)
    {
        foreach (var part in old.Where(part => range.From < range.To && RangeOf(part).Overlaps(range)))
        {
            using var reader = new TapeReader<TBatch>(database, connection, ownsConnection: false, tape, table, [part], range);
            var batch = layout.Make();
            while (reader.Read(batch))
            {
                layout.Leave(batch);
                rejoin = isBehind ? Rejoin(batch) : rejoin;
                isBehind = false;
                See(batch, 0, layout.Count(batch), part.Stretch.Source);
            }
        }
    }

    /// <summary>Lets the first event that stays behind the tape say that it no longer follows. The row is changed once nobody reads.</summary>
    Action Rejoin(TBatch batch)
    {
        long[] was = [.. layout.Shape.Select((_, i) => layout.Column(batch, i)[0])];
        layout.Rejoin(batch);
        layout.Leave(batch);
        List<string> changes = [.. layout.Shape.Select((column, i) => (column.Name, Was: was[i], Is: layout.Column(batch, i)[0]))
            .Where(column => column.Was != column.Is).Select(column => FormattableString.Invariant($"{column.Name} = {column.Is}"))];
        rejoinedAt = changes.Count > 0 ? was[0] : null;
        var row = table.Within(tape.Id, new TimeRange(was[0], was[0] + 1));
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
        if (judge is null || old.LastOrDefault(part => part.Stretch.Last < current.From && part.Stretch.Quality?.Worst < DataQuality.Refused) is not { } part)
        {
            return;
        }

        using var reader = new TapeReader<TBatch>(database, connection, ownsConnection: false, tape, table, [part], new TimeRange(part.Stretch.Last, part.Stretch.Last + 1));
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

    /// <returns>Which state of the tape is in force now.</returns>
    int Finish()
    {
        if (meter is null)
        {
            throw StoreErrors.EmptyTape(tape.Instrument.Symbol, tape.Kind);
        }

        rows.Close();
        var touched = new TimeRange(layout.Partition.RangeOf(first).From, current.To);
        var replaced = new TimeRange(Math.Max(Replaced.From, touched.From), Math.Min(Replaced.To, touched.To));
        Keep(current with { From = replaced.To }, isBehind: true);
        Close();
        watch?.Finish(replaced.To);
        var gone = old.FindAll(part => RangeOf(part).Overlaps(touched));

        // Rows that were damaged or lost and are written anew are what the manifest says all along.
        changedFrom = gone.TrueForAll(IsWritten) ? null : watch?.FirstChange ?? rejoinedAt;
        var state = tape.Revision + (changedFrom is null ? 0 : 1);
        Leave(gone, replaced, state);
        rejoin?.Invoke();
        foreach (var stretch in Judged())
        {
            var same = gone.Find(part => IsSame(part, stretch));
            ManifestRows.Add(connection, tape.Id, new TapePart(layout.Partition.NameOf(stretch.First), tape.Id, same?.Since ?? state, stretch));
        }

        connection.Do("update market.tapes set revision = $2 where id = $1", tape.Id, state);
        return state;
    }

    /// <summary>Puts replaced stretches away: with their rows where a former state has them and the present one does not.</summary>
    void Leave(List<TapePart> gone, TimeRange replaced, int state)
    {
        foreach (var part in gone)
        {
            var isKept = part.Since < state && !IsWritten(part);
            ManifestRows.Leave(connection, tape.Id, part, isKept ? (FormerRows.Keep(connection, table, tape, part, replaced), state - 1) : null);
            slices.AddRange(isKept ? table.Series.Slices(RangeOf(part)) : []);
        }

        if (gone.Exists(part => RangeOf(part).Overlaps(replaced)))
        {
            FormerRows.Drop(connection, table, tape, replaced);
        }
    }

    bool IsWritten(TapePart part) => written.Exists(stretch => IsSame(part, stretch));

    bool IsSame(TapePart part, StoredStretch stretch) => part.Stretch.Content == stretch.Content && part.Name == layout.Partition.NameOf(stretch.First);

    static TimeRange RangeOf(TapePart part) => new(part.Stretch.First, part.Stretch.Last + 1);

    IEnumerable<StoredStretch> Judged() => judge is null
        ? written
        : written.Zip(judge.Finish([.. written.Select(stretch => (layout.Partition.RangeOf(stretch.First), stretch.Content))]), (stretch, quality) => stretch with { Quality = quality });
}
