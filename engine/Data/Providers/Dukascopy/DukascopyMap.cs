using System.Globalization;
using Workbench.Data.Instruments;

namespace Workbench.Data.Providers.Dukascopy;

/// <summary>What Dukascopy calls instruments, and which file or answer holds a stretch of time.</summary>
static class DukascopyMap
{
    /// <summary>Ticks come by the hour, minutes by the day, hours by the month, days by the year; in both ways.</summary>
    public static GridStep StepOf(DataWant want) => want.Kind == DataKind.Ticks ? GridStep.Hour
        : want.Bars.NominalNanos == UtcNanos.Minute ? GridStep.Day
        : want.Bars.NominalNanos == UtcNanos.Hour ? GridStep.Month
        : GridStep.Year;

    /// <summary>A file of the tree. Its months count from 00.</summary>
    public static Piece Bi5(DataWant want, TimeRange range, InstrumentTable names)
    {
        var symbol = names.NameAt("dukascopy", want.Instrument.Symbol) ?? want.Instrument.Symbol;
        var time = UtcNanos.ToDateTime(range.From);
        var (month, side) = (time.Month - 1, Side(want));
        var file = StepOf(want) switch
        {
            GridStep.Hour => Invariant($"{symbol}/{time.Year}/{month:00}/{time.Day:00}/{time.Hour:00}h_ticks.bi5"),
            GridStep.Day => Invariant($"{symbol}/{time.Year}/{month:00}/{time.Day:00}/{side}_candles_min_1.bi5"),
            GridStep.Month => Invariant($"{symbol}/{time.Year}/{month:00}/{side}_candles_hour_1.bi5"),
            _ => Invariant($"{symbol}/{time.Year}/{side}_candles_day_1.bi5"),
        };
        return new Piece(file, "datafeed/" + file, range);
    }

    /// <summary>An answer of the newer API. Its months count from 1 and nothing has leading zeros. The importer reads instrument and side from the file's name.</summary>
    public static Piece Json(DataWant want, TimeRange range, InstrumentTable names)
    {
        var code = names.NameAt("dukascopy-json", want.Instrument.Symbol) ?? $"{want.Instrument.BaseCurrency}-{want.Instrument.QuoteCurrency}";
        var time = UtcNanos.ToDateTime(range.From);
        var (symbol, side) = (want.Instrument.Symbol, Side(want));
        var (request, file) = StepOf(want) switch
        {
            GridStep.Hour => (Invariant($"ticks/{code}/{time.Year}/{time.Month}/{time.Day}/{time.Hour}"), $"ticks-{symbol}-{time:yyyyMMdd-HH}"),
            GridStep.Day => (Invariant($"candles/minute/{code}/{side}/{time.Year}/{time.Month}/{time.Day}"), $"minute-{symbol}-{side}-{time:yyyyMMdd}"),
            GridStep.Month => (Invariant($"candles/hour/{code}/{side}/{time.Year}/{time.Month}"), $"hour-{symbol}-{side}-{time:yyyyMM}"),
            _ => (Invariant($"candles/day/{code}/{side}/{time.Year}"), $"day-{symbol}-{side}-{time:yyyy}"),
        };
        return new Piece(file + ".json", "v1/" + request, range);
    }

    static string Side(DataWant want) => want.Bars.Price == PriceSource.Ask ? "ASK" : "BID";

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
