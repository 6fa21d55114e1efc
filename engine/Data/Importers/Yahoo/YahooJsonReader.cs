using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Yahoo;

/// <summary>Bars of one chart answer. Rows of nulls are passed over; the running bar that Yahoo adds to a day that has one already too.</summary>
sealed class YahooJsonReader : IEventReader<BarGate>
{
    readonly YahooChart chart;
    readonly ImportJob job;
    readonly string path;
    readonly BarTimes times;
    readonly long[] stamps;
    readonly JsonElement[] opens;
    readonly JsonElement[] highs;
    readonly JsonElement[] lows;
    readonly JsonElement[] closes;
    readonly JsonElement[] volumes;
    long lastOpen = long.MinValue;
    int next;

    public YahooJsonReader(YahooChart chart, ImportJob job, string path)
    {
        this.chart = chart;
        this.job = job;
        this.path = path;
        times = new BarTimes(chart.Spec, BarStamp.Open, IsDateOnly: false, job.Instrument.Calendar);
        stamps = chart.Times();
        opens = Column("open");
        highs = Column("high");
        lows = Column("low");
        closes = Column("close");
        volumes = Column("volume");
    }

    public bool IsEmpty => stamps.Length == 0;

    public bool Read(BarGate into)
    {
        for (; next < stamps.Length && !into.IsFull; next++)
        {
            Put(into);
        }

        return next < stamps.Length;
    }

    public void Dispose() => chart.Dispose();

    void Put(BarGate into)
    {
        var report = into.Log.Report;
        var range = times.Of(stamps[next]);
        if (opens[next].ValueKind == JsonValueKind.Null || closes[next].ValueKind == JsonValueKind.Null)
        {
            report.Blank++;
        }
        else if (range.From == lastOpen)
        {
            report.Warn($"{path}: a running bar at {UtcNanos.ToIso(stamps[next])} was passed over, its day has a bar already.");
        }
        else
        {
            lastOpen = range.From;
            var end = next + 1 < stamps.Length ? times.EndBefore(range, times.Of(stamps[next + 1]).From) : range.To;
            var prices = new BarPrices(Price(opens, report), Price(highs, report), Price(lows, report), Price(closes, report));
            into.Add(range.From, end, prices, Volume(report), next + 1);
        }
    }

    JsonElement[] Column(string name) => stamps.Length == 0 ? [] : chart.Column(name, stamps.Length);

    // Yahoo's numbers are floats: their shortest decimal text, rounded to the instrument's point, is what was meant.
    long Price(JsonElement[] column, ImportReport report)
    {
        if (!JsonFile.TryRead(column[next], job.Instrument.PriceScale, out var raw, out var isExact))
        {
            throw ImportErrors.BadJson(path, FormattableString.Invariant($"row {next + 1} holds {column[next].GetRawText()} where a price belongs"));
        }

        report.RoundedPrices += isExact ? 0 : 1;
        return raw;
    }

    long Volume(ImportReport report)
    {
        if (!JsonFile.TryRead(volumes[next], job.Instrument.SizeScale, out var raw, out var isExact))
        {
            return 0;
        }

        report.RoundedSizes += isExact ? 0 : 1;
        return raw;
    }
}
