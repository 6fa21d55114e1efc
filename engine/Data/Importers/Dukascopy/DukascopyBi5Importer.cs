using Workbench.Data.Instruments;

namespace Workbench.Data.Importers.Dukascopy;

/// <summary>Dukascopy's tree of .bi5 files, or one of them: ticks by the hour, candles by day, month and year.</summary>
static class DukascopyBi5Importer
{
    const string Source = "dukascopy";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var (all, strangers) = Find(job.Path);
        var paths = OfInstrument(job, all);
        var tapes = new List<Tape>();
        var ticks = paths.Where(path => path.Spec is null).ToList();
        if (ticks.Count > 0)
        {
            tapes.Add(Ticks(job, ticks));
        }

        tapes.AddRange(paths
            .Where(path => path.Spec is not null)
            .GroupBy(path => path.Spec!.Value)
            .OrderBy(group => group.Key.NominalNanos).ThenBy(group => group.Key.Price)
            .Select(group => Candles(job, group.Key, [.. group])));
        if (strangers > 0)
        {
            tapes.ForEach(tape => tape.Report.Warn(FormattableString.Invariant($"{strangers} .bi5 files were passed over: their names tell no time.")));
        }

        return tapes;
    }

    static Tape Ticks(ImportJob job, List<DukascopyPath> paths)
    {
        var files = InOrder(paths);
        var source = new Bi5File();
        var unit = Scaled.PowerOfTen(job.Instrument.SizeScale);
        return Tapes.Ticks(job, Source, [.. files.Keys], file => new Bi5TickReader(files[file], source, unit) is { IsEmpty: false } reader ? reader : null);
    }

    static Tape Candles(ImportJob job, BarSpec spec, List<DukascopyPath> paths)
    {
        var files = InOrder(paths);
        var source = new Bi5File();
        var unit = Scaled.PowerOfTen(job.Instrument.SizeScale);
        return Tapes.Bars(job, Source, spec, [.. files.Keys], file => new Bi5CandleReader(files[file], source, unit) is { IsEmpty: false } reader ? reader : null);
    }

    static OrderedDictionary<string, DukascopyPath> InOrder(List<DukascopyPath> paths) => new(paths
        .OrderBy(path => path.Start).ThenBy(path => path.File, StringComparer.Ordinal)
        .Select(path => KeyValuePair.Create(path.File, path)));

    /// <summary>The files whose paths tell their time, and how many do not.</summary>
    static (List<DukascopyPath> Found, int Strangers) Find(string path)
    {
        if (File.Exists(path))
        {
            return ([DukascopyPath.Parse(Path.GetFullPath(path)) ?? NamelessEmpty(path) ?? throw ImportErrors.NoBi5Time(path)], 0);
        }

        // Full paths, since the symbol may stand in the folder above the one that was named.
        var files = Directory.GetFiles(Path.GetFullPath(path), "*.bi5", SearchOption.AllDirectories);
        var found = files.Select(DukascopyPath.Parse).OfType<DukascopyPath>().ToList();
        return found.Count > 0
            ? (found, files.Length - found.Count)
            : throw ImportErrors.NothingToImport(path, "dukascopy-bi5", "no files like 2012/11/02/22h_ticks.bi5 or 2019/01/BID_candles_hour_1.bi5");
    }

    // An empty answer needs no time.
    static DukascopyPath? NamelessEmpty(string path) => new FileInfo(path).Length == 0 ? new DukascopyPath(path, "", 0, null) : null;

    /// <summary>The files of the instrument where the tree holds several; an error where the only one is known to be another.</summary>
    static List<DukascopyPath> OfInstrument(ImportJob job, List<DukascopyPath> found)
    {
        var symbols = found.Select(path => path.Symbol).Distinct().Order(StringComparer.Ordinal).ToList();
        var own = symbols.Where(symbol => IsCalled(symbol, job.Instrument)).ToList();
        if (own.Count > 0)
        {
            return [.. found.Where(path => own.Contains(path.Symbol))];
        }

        if (symbols.Count > 1)
        {
            throw ImportErrors.SeveralInstruments(job.Path, symbols);
        }

        return InstrumentTable.BuiltIn.TryFind(symbols[0]) is { } other
            ? throw ImportErrors.OtherInstrument(job.Path, other.Symbol, job.Instrument.Symbol)
            : found;
    }

    static bool IsCalled(string symbol, Instrument instrument) =>
        symbol.Length == 0 || symbol == instrument.Symbol || InstrumentTable.BuiltIn.TryFind(symbol)?.Symbol == instrument.Symbol;
}
