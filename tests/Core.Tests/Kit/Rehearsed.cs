namespace Workbench.Core.Tests.Kit;

/// <summary>
/// Rehearsals over tapes of rows. The strategy is made anew for each, out of the rows as they are in it: so one that is handed the
/// whole history in its constructor is handed the changed one.
/// </summary>
sealed class Rehearsed(RunConfig config, IReadOnlyList<Instrument> instruments, Func<ChangedFuture?, FirstChange, (Strategy Strategy, Tape[] Tapes)> make) : IRehearsal
{
    public IReadOnlyList<Instrument> Instruments => instruments;

    /// <summary>Of one instrument's ticks.</summary>
    public static Rehearsed Ticks(TickRow[] rows, Func<TickRow[], Strategy> strategy) => new(Given.Usd, [Given.EurUsd], (future, first) =>
    {
        var seen = future is null ? rows : Read(future.Over(Cursor(rows), first));
        return (strategy(seen), [Tapes.Ticks(Given.EurUsd, seen)]);
    });

    /// <summary>Of one instrument's stored minutes.</summary>
    public static Rehearsed Minutes(BarRow[] rows, Func<BarRow[], Strategy> strategy) => new(Given.Usd, [Given.EurUsd], (future, first) =>
    {
        var seen = future is null ? rows : Read(future.Over(Cursor(rows), first));
        return (strategy(seen), [Tapes.Bars(Given.EurUsd, Bars.Minutes(1), seen)]);
    });

    /// <summary>Of any tapes, whose strategy sees nothing but them.</summary>
    public static Rehearsed Over(RunConfig config, IReadOnlyList<Instrument> instruments, Func<Tape[]> tapes, Func<Strategy> strategy) => new(
        config, instruments, (future, first) => (strategy(), [.. tapes().Select(tape => future is null ? tape : future.Over(tape, first))]));

    public RehearsalEnd Run(ChangedFuture? future, IRunSink sink, FirstChange first, CancellationToken cancel)
    {
        var (strategy, tapes) = make(future, first);
        var engine = new Engine(config, strategy, tapes, sink);
        try
        {
            return new RehearsalEnd(engine.Run(cancel, future?.Cut ?? long.MaxValue), null);
        }
        catch (Exception error)
        {
            engine.FlushJournal();
            return new RehearsalEnd(null, error);
        }
    }

    public static ICursor<TickBatch> Cursor(IReadOnlyList<TickRow> rows, Func<int>? cut = null) => new ArrayCursor<TickBatch, TickRow>(
        Given.EurUsd, rows, cut ?? (() => TickBatch.Capacity), batch => batch.Count = 0, (batch, row) => batch.Add(row.Time, row.Bid, row.Ask, 1, 1));

    public static ICursor<BarBatch> Cursor(IReadOnlyList<BarRow> rows, Func<int>? cut = null) => new ArrayCursor<BarBatch, BarRow>(
        Given.EurUsd, rows, cut ?? (() => BarBatch.Capacity), batch => batch.Count = 0,
        (batch, row) => batch.Add(row.Open, row.Close, row.O, row.H, row.L, row.C, row.Volume));

    public static TickRow[] Read(ICursor<TickBatch> cursor)
    {
        var (batch, rows) = (new TickBatch(), new List<TickRow>());
        while (cursor.Read(batch))
        {
            Assert.True(batch.Count > 0);
            rows.AddRange(Enumerable.Range(0, batch.Count).Select(i => new TickRow(batch.Time[i], batch.Bid[i], batch.Ask[i])));
        }

        return [.. rows];
    }

    public static BarRow[] Read(ICursor<BarBatch> cursor)
    {
        var (batch, rows) = (new BarBatch(), new List<BarRow>());
        while (cursor.Read(batch))
        {
            Assert.True(batch.Count > 0);
            rows.AddRange(Enumerable.Range(0, batch.Count).Select(i => new BarRow(
                batch.OpenTime[i], batch.CloseTime[i], batch.Open[i], batch.High[i], batch.Low[i], batch.Close[i], batch.Volume[i])));
        }

        return [.. rows];
    }
}
