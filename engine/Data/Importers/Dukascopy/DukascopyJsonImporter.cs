namespace Workbench.Data.Importers.Dukascopy;

/// <summary>Answers of Dukascopy's newer API, single or a folder of them: ticks or candles. Which side candles are of stands in the file's name only.</summary>
static class DukascopyJsonImporter
{
    const string Source = "dukascopy";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var tapes = new List<Tape>();
        foreach (var group in Find(job).GroupBy(found => found.Spec).OrderBy(group => group.Key.NominalNanos).ThenBy(group => group.Key.Price))
        {
            List<string> files = [.. group.OrderBy(found => found.Timestamp).ThenBy(found => found.Path, StringComparer.Ordinal).Select(found => found.Path)];
            tapes.Add(group.Key.IsTick
                ? Tapes.Ticks(job, Source, files, path => Open(job, path) is { Count: > 0 } file ? new DukascopyJsonTicks(file) : null)
                : Tapes.Bars(job, Source, group.Key, files, path => Open(job, path) is { Count: > 0 } file ? new DukascopyJsonCandles(file) : null));
        }

        return tapes.Count > 0 ? tapes : throw ImportErrors.NothingToImport(job.Path, "dukascopy-json", "no answer with 'times' and differences");
    }

    static DukascopyJsonFile? Open(ImportJob job, string path) => DukascopyJsonFile.Open(path, job);

    static List<(string Path, BarSpec Spec, long Timestamp)> Find(ImportJob job)
    {
        var found = new List<(string Path, BarSpec Spec, long Timestamp)>();
        foreach (var path in Files(job))
        {
            using var file = Open(job, path);
            if (file is not null)
            {
                found.Add((path, SpecOf(job, file), file.Timestamp));
            }
        }

        return found;
    }

    /// <summary>A folder's files of the instrument, which their names spell like BTC-USD.</summary>
    static IEnumerable<string> Files(ImportJob job) => File.Exists(job.Path)
        ? [job.Path]
        : Directory.EnumerateFiles(job.Path, "*.json")
            .Where(path => string.Concat(Path.GetFileName(path).Where(char.IsLetterOrDigit)).Contains(job.Instrument.Symbol, StringComparison.OrdinalIgnoreCase));

    static BarSpec SpecOf(ImportJob job, DukascopyJsonFile file)
    {
        if (file.IsTicks)
        {
            return Bars.Tick;
        }

        var price = job.Options.Timeframe?.Price is PriceSource.Ask || Path.GetFileName(file.Path).Contains("ASK", StringComparison.OrdinalIgnoreCase)
            ? PriceSource.Ask
            : PriceSource.Bid;
        return file.ShiftMs switch
        {
            86_400_000 => Bars.Days().Of(price),
            var shift when shift > 0 && BarSpec.TryParse(FormattableString.Invariant($"{shift / 1000}s"), null, out var spec) => spec.Of(price),
            var shift => throw ImportErrors.BadJson(file.Path, FormattableString.Invariant($"its 'shift' of {shift} ms is no length of a bar")),
        };
    }
}
