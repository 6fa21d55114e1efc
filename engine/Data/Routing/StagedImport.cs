using Workbench.Data.Actions;
using Workbench.Data.Importers;
using Workbench.Data.Lake;
using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>Puts the days that a source gave wholly into the lake: each unbroken stretch in one step, or not at all.</summary>
sealed class StagedImport(ParquetLake lake, Stage stage, CancellationToken cancel)
{
    /// <summary>Imports them, and lets the files go.</summary>
    /// <param name="want">What was wanted.</param>
    /// <param name="leg">What came.</param>
    /// <param name="days">The days to take of it.</param>
    /// <param name="now">When it was asked: nothing is covered that was still to come.</param>
    /// <exception cref="ProviderException">The files cannot be used. What was imported before stands.</exception>
    /// <exception cref="WorkbenchException">The lake refuses. What was imported before stands.</exception>
    public ImportCount Import(DataWant want, LegEnd leg, TimeRanges days, long now)
    {
        List<Piece> pieces = [.. leg.Fetched.Where(piece => days.Touches(piece.Range))];
        if (pieces.Count == 0)
        {
            return ImportCount.Nothing;
        }

        var folder = stage.SetApart(pieces);
        try
        {
            var closed = TimeRanges.Of(pieces.Where(piece => piece.IsClosed(now)).Select(piece => piece.Range));
            var count = IsEmpty(folder) ? ImportCount.Nothing : days.Select(range => Write(folder, want, leg.Source, range, closed)).Aggregate(ImportCount.Nothing, (sum, each) => sum.With(each));
            stage.Drop();
            return count;
        }
        catch (Exception refusal) when (refusal is ProviderException || (refusal is WorkbenchException lasting && !CanBeHadLater(lasting)))
        {
            // The same files would be refused again: the next fetch asks anew.
            stage.Drop();
            throw;
        }
        catch (Exception refusal) when (refusal is WorkbenchException or OperationCanceledException)
        {
            stage.TakeBack();
            throw;
        }
    }

    // Not all formats have a file without anything in it, and all sources an hour without anything.
    static bool IsEmpty(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).All(file => new FileInfo(file).Length == 0);

    ImportCount Write(string folder, DataWant want, Source source, TimeRange range, TimeRanges closed)
    {
        if (Open(folder, want, source) is not [var first, ..])
        {
            return ImportCount.Nothing;
        }

        TimeRange? covers = TimeRanges.Of(range).Within(closed) is [var begin, ..] && begin.From == range.From ? begin : null;
        using var tape = first;
        try
        {
            var stored = Write(tape, range, source.Name, covers);
            VendorActions.Take(lake, want.Instrument.Symbol, source.Provider.Profile.Format, folder);
            return new ImportCount(stored.Count, stored.First, stored.Last, tape.Report.Warnings);
        }
        catch (WorkbenchException nothing) when (StoreErrors.WasEmpty(nothing) && tape.Report.Rejected == 0)
        {
            return ImportCount.Nothing;
        }
    }

    /// <summary>The tapes of the answers; none where there is nothing in any of them.</summary>
    static IReadOnlyList<Tape> Open(string folder, DataWant want, Source source)
    {
        try
        {
            return ImportFormats.Open(source.Provider.Profile.FormatOf(want.Kind), folder, want.Instrument, new ImportOptions
            {
                Kind = want.Kind,
                Timeframe = want.Kind == DataKind.Bars ? want.Bars : null,
            });
        }
        catch (WorkbenchException refusal)
        {
            return ImportErrors.WasNothing(refusal) ? [] : throw UnusableAnswer.Of(source.Name, refusal);
        }
    }

    Stored Write(Tape tape, TimeRange range, string source, TimeRange? covers) => tape switch
    {
        { Ticks: { } ticks } => lake.Write(Cut(ticks, range, source, static batch => [batch.Time, batch.Bid, batch.Ask, batch.BidSize, batch.AskSize]), source, covers),
        { Trades: { } trades } => lake.Write(Cut(trades, range, source, static batch => [batch.Time, batch.Price, batch.Size, batch.Aggressor]), source, covers),
        { Depth: { } depth } => lake.Write(Cut(depth, range, source, static batch => [batch.Time, batch.Side, batch.Price, batch.Size, batch.Flags]), source, covers),
        { News: { } news } => lake.Write(Cut(news, range, source, static batch => [batch.Time, batch.Notice]), source, covers),
        { Calendar: { } calendar } => lake.Write(Cut(calendar, range, source, static batch => [batch.Time, batch.Notice]), source, covers),
        { Sentiment: { } sentiment } => lake.Write(Cut(sentiment, range, source, static batch => [batch.Time, batch.Notice]), source, covers),
        { Bars: { } bars } => lake.Write(
            Cut(bars, range, source, static batch => [batch.OpenTime, batch.CloseTime, batch.Open, batch.High, batch.Low, batch.Close, batch.Volume]), tape.Spec, source, covers),
        _ => throw new InvalidOperationException($"Tapes of {tape.Kind} are not imported here."),
    };

    StoppedCursor<TBatch> Cut<TBatch>(ICursor<TBatch> tape, TimeRange range, string source, Func<TBatch, Array[]> columns)
        where TBatch : IBatch => new(new WithinCursor<TBatch>(new AnsweredCursor<TBatch>(tape, source), range, columns), cancel);

    // What the disk or another import refuses is taken later from the same files.
    static bool CanBeHadLater(WorkbenchException refusal) => StoreErrors.WasBusy(refusal) || LakeErrors.WasDisk(refusal);
}
