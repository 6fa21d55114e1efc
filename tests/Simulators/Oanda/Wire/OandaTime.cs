using System.Globalization;

namespace Workbench.Simulators.Oanda;

/// <summary>An instant as OANDA tells it: to the nanosecond, in one of two spellings that the client asks for.</summary>
/// <param name="Nanos">Nanoseconds since 1970 UTC.</param>
public readonly record struct OandaTime(long Nanos) : IComparable<OandaTime>
{
    const long PerSecond = 1_000_000_000;

    public DateTimeOffset Instant => DateTimeOffset.UnixEpoch.AddTicks(Nanos / 100);

    public static OandaTime From(DateTimeOffset instant) => new((instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) * 100);

    /// <summary>Either spelling, with up to nine decimals of a second.</summary>
    public static bool TryParse(string text, out OandaTime time)
    {
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            time = new((long)(seconds * PerSecond));
            return true;
        }

        var hasParsed = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant);
        time = From(instant);
        return hasParsed;
    }

    /// <summary>As 2016-10-24T21:48:18.593753865Z.</summary>
    public string ToRfc3339() => string.Create(CultureInfo.InvariantCulture, $"{Instant:yyyy-MM-dd'T'HH:mm:ss}.{Nanos % PerSecond:000000000}Z");

    /// <summary>As 1477345698.593753865.</summary>
    public string ToUnix() => string.Create(CultureInfo.InvariantCulture, $"{Nanos / PerSecond}.{Nanos % PerSecond:000000000}");

    public int CompareTo(OandaTime other) => Nanos.CompareTo(other.Nanos);

    public static bool operator <(OandaTime left, OandaTime right) => left.Nanos < right.Nanos;

    public static bool operator >(OandaTime left, OandaTime right) => left.Nanos > right.Nanos;

    public static bool operator <=(OandaTime left, OandaTime right) => left.Nanos <= right.Nanos;

    public static bool operator >=(OandaTime left, OandaTime right) => left.Nanos >= right.Nanos;

    public override string ToString() => ToRfc3339();
}
