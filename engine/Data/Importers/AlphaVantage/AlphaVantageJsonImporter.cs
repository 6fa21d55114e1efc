using Workbench.Data.Instruments;

namespace Workbench.Data.Importers.AlphaVantage;

/// <summary>Alpha Vantage's answers in JSON: intraday and daily bars of shares and currencies, raw prices.</summary>
static class AlphaVantageJsonImporter
{
    public const string Source = "alphavantage";

    public static IReadOnlyList<Tape> Open(ImportJob job)
    {
        var tapes = new List<Tape>();
        foreach (var group in JsonTapes.Files(job, "alphavantage-json").GroupBy(path => Look(job, path)).OrderBy(group => group.Key.NominalNanos))
        {
            tapes.Add(Tapes.Bars(job, Source, group.Key, [.. group], path => Read(job, path)));
        }

        return tapes;
    }

    static BarSpec Look(ImportJob job, string path)
    {
        using var file = AlphaVantageFile.Open(path);
        return file.Symbol.Length == 0 || file.Symbol == job.Instrument.Symbol || InstrumentTable.BuiltIn.TryFind(file.Symbol)?.Symbol == job.Instrument.Symbol
            ? file.Spec
            : throw ImportErrors.OtherInstrument(path, file.Symbol, job.Instrument.Symbol);
    }

    static JsonBarReader? Read(ImportJob job, string path)
    {
        var file = AlphaVantageFile.Open(path);
        var times = new BarTimes(file.Spec, job.Options.Stamp ?? file.Stamp, file.Spec.Unit == BarUnit.Days, job.Instrument.Calendar);
        return new JsonBarReader(file.Document, file.Bars(), times, job, path);
    }
}
