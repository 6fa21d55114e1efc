using Workbench.Data.Lake;

namespace Workbench.Data.Importers.Exports;

/// <summary>Parquet files that <c>data export</c> wrote, one or a folder of them: each kind comes back as the data that it was, with its source.</summary>
static class ExportImporter
{
    const string Format = "parquet";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        List<string> paths = File.Exists(job.Path) ? [job.Path] : [.. Directory.EnumerateFiles(job.Path, "*.parquet").Order(StringComparer.Ordinal)];
        if (paths.Count == 0)
        {
            throw ImportErrors.NothingToImport(job.Path, Format, "no .parquet files");
        }

        if (job.Options.RegularHours)
        {
            throw ExportErrors.NoHours(job.Path);
        }

        return [.. paths.Select(ExportFile.Open).GroupBy(file => (file.Kind, file.Head.Symbol)).Where(group => IsAsked(job, group.Key.Kind.Kind, group.Key.Symbol)).Select(group => Of(job, [.. group]))];
    }

    /// <summary>A calendar goes by its currency, and a pair asks for two; all else is of the instrument that is named.</summary>
    static bool IsAsked(ImportJob job, DataKind kind, string symbol) => kind == DataKind.Calendar
        ? job.Asks(symbol) ? true : throw ImportErrors.OtherInstrument(job.Path, symbol, job.Instrument.Symbol)
        : job.IsOfAny ? throw ImportErrors.NoInstrument()
        : symbol == job.Instrument.Symbol ? true : throw ImportErrors.OtherInstrument(job.Path, symbol, job.Instrument.Symbol);

    static Tape Of(ImportJob job, List<ExportFile> files)
    {
        var sources = files.Select(file => file.Head.Source).Distinct().Order(StringComparer.Ordinal).ToList();
        var source = sources.Count == 1 ? sources[0] : throw ExportErrors.SeveralSources(job.Path, sources);
        var (kind, bars) = files[0].Kind;
        var instrument = kind == DataKind.Calendar ? Instrument.OfCurrency(files[0].Head.Symbol) : job.Instrument;
        var report = new ImportReport { Files = files.Count, Empty = files.Count(file => file.Rows == 0) };
        return kind switch
        {
            DataKind.Ticks => new Tape(Rows(files, instrument, new TickLayout(), report), report, source),
            DataKind.Trades => new Tape(Rows(files, instrument, new TradeLayout(), report), report, source),
            DataKind.Depth => new Tape(Rows(files, instrument, new DepthLayout(), report), report, source),
            DataKind.News => new Tape(Rows(files, instrument, NoticeLayouts.News, report), report, source),
            DataKind.Calendar => new Tape(Rows(files, instrument, NoticeLayouts.Calendar, report), report, source),
            DataKind.Sentiment => new Tape(Rows(files, instrument, NoticeLayouts.Sentiment, report), report, source),
            _ => new Tape(Rows(files, instrument, new BarLayout(bars), report), bars, report, source),
        };
    }

    static ExportCursor<TBatch> Rows<TBatch>(List<ExportFile> files, Instrument instrument, ITapeLayout<TBatch> layout, ImportReport report)
    {
        files.ForEach(file => file.Check(layout, instrument));
        return new ExportCursor<TBatch>(files, instrument, layout, report);
    }
}
