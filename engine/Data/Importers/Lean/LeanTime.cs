using Workbench.Data.Calendars;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Lean;

/// <summary>LEAN's two ways of writing a time: milliseconds since midnight of the file's day, or yyyyMMdd HH:mm.</summary>
sealed class LeanTime(LeanPath path, ZoneClock zone, ISessionCalendar calendar)
{
    const int NanosPerMsDigits = 6;

    static readonly TimeText DateAndTime = TimeText.Of("yyyyMMdd HH:mm");

    long last = long.MinValue;

    /// <summary>Midnight of the day of the row read last, on the file's own clock.</summary>
    public long Day { get; private set; }

    /// <summary>Instant of a row, UTC nanoseconds.</summary>
    public long Read(CsvFile row, ReadOnlySpan<byte> cell)
    {
        var local = path.Date;
        if (path.Date == 0 ? !DateAndTime.TryRead(cell, out local, out _) : !TryAddMs(cell, ref local))
        {
            throw ImportErrors.BadTime(row.Path, row.Row, row.Text, System.Text.Encoding.UTF8.GetString(cell), path.Date == 0 ? "yyyyMMdd HH:mm" : "milliseconds since midnight");
        }

        Day = UtcNanos.Floor(local, UtcNanos.Day);
        return last = zone.ToUtc(local, last);
    }

    /// <summary>Opening and closing of a bar; a share's day is its session in New York.</summary>
    public TimeRange Bar(CsvFile row, ReadOnlySpan<byte> cell)
    {
        var open = Read(row, cell);
        return path is { IsEquity: true, Resolution: "daily" }
            ? TradingDates.Holding(calendar, open + 12 * UtcNanos.Hour)
            : new TimeRange(open, open + path.Spec.NominalNanos);
    }

    static bool TryAddMs(ReadOnlySpan<byte> cell, ref long local)
    {
        if (!DecimalText.TryRead(cell, NanosPerMsDigits, out var nanos, out _) || nanos < 0 || nanos >= 2 * UtcNanos.Day)
        {
            return false;
        }

        local += nanos;
        return true;
    }
}
