using System.Globalization;
using System.Runtime.InteropServices;

namespace Workbench.Model;

/// <summary>What a bar is made of: how long it is and from which price. Written <c>tick</c>, <c>1s</c>, <c>5m</c>, <c>1h</c>, <c>1d</c>, or <c>100t</c>, <c>50kvol</c>, <c>1Mval</c>, <c>20range</c>, <c>10renko</c>, <c>500imb</c>, <c>100tib</c>, with <c>@bid</c>, <c>@ask</c> or <c>@last</c> behind it.</summary>
/// <param name="Unit">What the length counts.</param>
/// <param name="Length">As many of the unit, at least 1.</param>
/// <param name="Price">Price the bar is made of. Default mid. Where the data are bars already, their own price is what there is.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct BarSpec(BarUnit Unit, long Length, PriceSource Price = PriceSource.Mid) : ISpanParsable<BarSpec>
{
    static readonly (string Word, BarUnit Unit)[] Words =
    [
        ("vol", BarUnit.Volume), ("val", BarUnit.Value), ("range", BarUnit.Range), ("renko", BarUnit.Renko),
        ("imb", BarUnit.Imbalance), ("tib", BarUnit.TickImbalance),
    ];

    /// <summary>A bar for each tick: open, high, low and close are that tick's price.</summary>
    public bool IsTick => Unit == BarUnit.Ticks && Length == 1;

    /// <summary>Whether the clock closes the bar; else the market's own events do.</summary>
    public bool IsByTime => Unit is BarUnit.Time or BarUnit.Days;

    /// <summary>The same length made of another price.</summary>
    public BarSpec Of(PriceSource price) => this with { Price = price };

    /// <summary>Nanoseconds a bar nominally spans: a day counts 24 hours, a bar that events close 0.</summary>
    public long NominalNanos => Unit switch
    {
        BarUnit.Time => Length,
        BarUnit.Days => Length * UtcNanos.Day,
        _ => 0,
    };

    /// <summary>The bar's stretch of time that holds the instant, [open, close). Time and day bars only.</summary>
    public TimeRange RangeOf(long time, ISessionCalendar calendar)
    {
        if (Unit == BarUnit.Days)
        {
            return calendar.TradingDay(time);
        }

        var open = UtcNanos.Floor(time, Length);
        return new TimeRange(open, open + Length);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = Unit switch
        {
            BarUnit.Ticks => Length == 1 ? "tick" : Invariant($"{Length}t"),
            BarUnit.Days => Invariant($"{Length}d"),
            BarUnit.Volume or BarUnit.Value => BarAmount.Text(Length) + WordOf(Unit),
            not BarUnit.Time => Invariant($"{Length}{WordOf(Unit)}"),
            _ when Length % UtcNanos.Hour == 0 => Invariant($"{Length / UtcNanos.Hour}h"),
            _ when Length % UtcNanos.Minute == 0 => Invariant($"{Length / UtcNanos.Minute}m"),
            _ => Invariant($"{Length / UtcNanos.Second}s"),
        };
        return Price == PriceSource.Mid ? text : text + "@" + Price.ToString().ToLowerInvariant();
    }

    /// <summary>Reads <c>tick</c>, <c>1s</c>, <c>5m@bid</c> and their like.</summary>
    /// <exception cref="FormatException">The text is none of those.</exception>
    public static BarSpec Parse(string text, IFormatProvider? provider = null) => Parse(text.AsSpan(), provider);

    /// <inheritdoc cref="Parse(string, IFormatProvider)"/>
    public static BarSpec Parse(ReadOnlySpan<char> text, IFormatProvider? provider) => TryParse(text, provider, out var spec)
        ? spec
        : throw new FormatException($"'{text}' is no timeframe. Write tick, or a number and s, m, h or d: 30s, 5m, 1h, 1d; or 100t, 50kvol, 1Mval, 20range, 10renko, 500imb, 100tib; @bid, @ask or @last may follow.");

    /// <summary>Reads a timeframe without throwing.</summary>
    public static bool TryParse(string? text, IFormatProvider? provider, out BarSpec result) => TryParse(text.AsSpan(), provider, out result);

    /// <summary>Reads a timeframe without throwing.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, IFormatProvider? provider, out BarSpec result)
    {
        result = default;
        var price = PriceSource.Mid;
        var at = text.IndexOf('@');
        if (at >= 0 && !TryPrice(text[(at + 1)..], out price))
        {
            return false;
        }

        var length = at >= 0 ? text[..at] : text;
        if (length is "tick" or "ticks")
        {
            result = new BarSpec(BarUnit.Ticks, 1, price);
            return true;
        }

        foreach (var (word, unit) in Words)
        {
            if (length.EndsWith(word, StringComparison.Ordinal) && TryLength(unit, length[..^word.Length], out var many))
            {
                result = new BarSpec(unit, many, price);
                return true;
            }
        }

        if (length.Length < 2 || !int.TryParse(length[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            return false;
        }

        BarSpec? spec = length[^1] switch
        {
            't' => new BarSpec(BarUnit.Ticks, count, price),
            's' when 86_400 % count == 0 => new BarSpec(BarUnit.Time, count * UtcNanos.Second, price),
            'm' when 1_440 % count == 0 => new BarSpec(BarUnit.Time, count * UtcNanos.Minute, price),
            'h' when 24 % count == 0 => new BarSpec(BarUnit.Time, count * UtcNanos.Hour, price),
            'd' when count == 1 => new BarSpec(BarUnit.Days, 1, price),
            _ => null,
        };
        result = spec ?? default;
        return spec is not null;
    }

    static bool TryLength(BarUnit unit, ReadOnlySpan<char> text, out long length) => unit is BarUnit.Volume or BarUnit.Value
        ? BarAmount.TryParse(text, out length)
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length) && length is >= 1 and <= int.MaxValue;

    static string WordOf(BarUnit unit) => Array.Find(Words, pair => pair.Unit == unit).Word;

    // Not Enum.TryParse, which would take "@7" and "@bid,ask" for prices.
    static bool TryPrice(ReadOnlySpan<char> text, out PriceSource price)
    {
        foreach (var source in Enum.GetValues<PriceSource>())
        {
            if (text.Equals(source.ToString(), StringComparison.OrdinalIgnoreCase))
            {
                price = source;
                return true;
            }
        }

        price = default;
        return false;
    }

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
