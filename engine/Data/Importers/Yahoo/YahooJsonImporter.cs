using Workbench.Data.Instruments;

namespace Workbench.Data.Importers.Yahoo;

/// <summary>
/// Yahoo's v8 chart answers. Raw prices are stored, as they were paid on the day; the adjusted close is not, since it changes
/// with every dividend to come. A daily bar runs from its stamp, the opening bell, to the closing bell of the instrument's calendar.
/// </summary>
static class YahooJsonImporter
{
    const string Source = "yahoo";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        List<string> files = File.Exists(job.Path) ? [job.Path] : [.. Directory.EnumerateFiles(job.Path, "*.json").Order(StringComparer.Ordinal)];
        if (files.Count == 0)
        {
            throw ImportErrors.NothingToImport(job.Path, "yahoo-json", "no .json files");
        }

        var spec = Check(job, files[0]);
        var tape = Tapes.Bars(job, Source, spec, files, path => Read(job, path));
        tape.Report.Warn("Prices are raw: not adjusted for dividends.");
        return [tape];
    }

    static YahooJsonReader? Read(ImportJob job, string path)
    {
        Check(job, path);
        var reader = new YahooJsonReader(YahooChart.Open(path), job, path);
        if (!reader.IsEmpty)
        {
            return reader;
        }

        reader.Dispose();
        return null;
    }

    /// <summary>Length of a chart's bars, after a look at its symbol: EURUSD=X and BTC-USD are ours without their marks.</summary>
    static BarSpec Check(ImportJob job, string path)
    {
        using var chart = YahooChart.Open(path);
        var symbol = chart.Symbol.Replace("=X", "", StringComparison.Ordinal);
        return symbol.Length == 0 || symbol == job.Instrument.Symbol || InstrumentTable.BuiltIn.TryFind(symbol)?.Symbol == job.Instrument.Symbol || !IsOther(symbol)
            ? chart.Spec
            : throw ImportErrors.OtherInstrument(path, symbol, job.Instrument.Symbol);
    }

    static bool IsOther(string symbol) => symbol.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
