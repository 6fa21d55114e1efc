using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers;

/// <summary>Bars of one answer, oldest first. Vendors write floats, so that prices are rounded to the instrument's point, and counted.</summary>
/// <param name="document">The answer, which the bars are parts of.</param>
/// <param name="bars">Its bars.</param>
/// <param name="times">From when to when they run.</param>
/// <param name="job">What is imported.</param>
/// <param name="path">The file.</param>
sealed class JsonBarReader(JsonDocument document, IReadOnlyList<JsonBar> bars, BarTimes times, ImportJob job, string path) : IEventReader<BarGate>
{
    int next;

    public bool Read(BarGate into)
    {
        for (; next < bars.Count && !into.IsFull; next++)
        {
            Put(bars[next], into);
        }

        return next < bars.Count;
    }

    public void Dispose() => document.Dispose();

    void Put(in JsonBar bar, BarGate into)
    {
        var report = into.Log.Report;
        if (bar.Open.ValueKind == JsonValueKind.Null || bar.Close.ValueKind == JsonValueKind.Null)
        {
            report.Blank++;
            return;
        }

        var range = times.Of(bar.Time);
        var end = next + 1 < bars.Count ? times.EndBefore(range, times.Of(bars[next + 1].Time).From) : range.To;
        var prices = new BarPrices(Price(bar.Open, report), Price(bar.High, report), Price(bar.Low, report), Price(bar.Close, report));
        into.Add(range.From, end, prices, Volume(bar.Volume, report), next + 1);
    }

    long Price(JsonElement element, ImportReport report)
    {
        if (!JsonNumber.TryRead(element, job.Instrument.PriceScale, out var raw, out var isExact))
        {
            throw ImportErrors.BadJson(path, FormattableString.Invariant($"row {next + 1} has no price where one belongs"));
        }

        report.RoundedPrices += isExact ? 0 : 1;
        return raw;
    }

    long Volume(JsonElement element, ImportReport report)
    {
        if (!JsonNumber.TryRead(element, job.Instrument.SizeScale, out var raw, out var isExact))
        {
            return 0;
        }

        report.RoundedSizes += isExact ? 0 : 1;
        return raw;
    }
}
