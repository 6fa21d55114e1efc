namespace Workbench.Model;

/// <summary>Open, high, low, close and volume over [open time, close time). It is published at its close and never earlier.</summary>
/// <remarks>Integers inside, decimals outside. A mid bar's integers count half points, so that halfway prices are exact:
/// its <see cref="PriceScale"/> is one more than the instrument's. Has the shape that C# indicator libraries expect (Date, Open … Volume).</remarks>
public record struct Bar
{
    long openNanos;
    long closeNanos;
    long openRaw;
    long highRaw;
    long lowRaw;
    long closeRaw;
    long volumeRaw;
    long count;

    /// <summary>What was traded or quoted.</summary>
    public required Instrument Instrument { readonly get; init; }

    /// <summary>Length and price of the bar.</summary>
    public required BarSpec Spec { readonly get; init; }

    /// <summary>Decimals of the raw prices.</summary>
    public required byte PriceScale { readonly get; init; }

    /// <summary>Start of the bar in UTC nanoseconds; belongs to it.</summary>
    public required long OpenNanos { readonly get => openNanos; init => openNanos = value; }

    /// <summary>End of the bar in UTC nanoseconds; the first instant that does not belong to it, and the time it is published.</summary>
    public required long CloseNanos { readonly get => closeNanos; init => closeNanos = value; }

    /// <summary>First price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long OpenRaw { readonly get => openRaw; init => openRaw = value; }

    /// <summary>Highest price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long HighRaw { readonly get => highRaw; init => highRaw = value; }

    /// <summary>Lowest price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long LowRaw { readonly get => lowRaw; init => lowRaw = value; }

    /// <summary>Last price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long CloseRaw { readonly get => closeRaw; init => closeRaw = value; }

    /// <summary>Volume as stored, in units of 10^-<see cref="Instrument.SizeScale"/>; 0 where bars are made of quotes.</summary>
    public long VolumeRaw { readonly get => volumeRaw; init => volumeRaw = value; }

    /// <summary>Ticks or trades in the bar; 0 where the source does not tell.</summary>
    public long Count { readonly get => count; init => count = value; }

    /// <summary>Opening time, UTC.</summary>
    public readonly DateTime OpenTime => UtcNanos.ToDateTime(OpenNanos);

    /// <summary>Closing time, UTC: when a strategy gets to see the bar.</summary>
    public readonly DateTime CloseTime => UtcNanos.ToDateTime(CloseNanos);

    /// <summary>Opening time under the name that C# indicator libraries use.</summary>
    public readonly DateTime Date => OpenTime;

    /// <summary>First price, in quote currency.</summary>
    public readonly decimal Open => Scaled.ToDecimal(OpenRaw, PriceScale);

    /// <summary>Highest price, in quote currency.</summary>
    public readonly decimal High => Scaled.ToDecimal(HighRaw, PriceScale);

    /// <summary>Lowest price, in quote currency.</summary>
    public readonly decimal Low => Scaled.ToDecimal(LowRaw, PriceScale);

    /// <summary>Last price, in quote currency.</summary>
    public readonly decimal Close => Scaled.ToDecimal(CloseRaw, PriceScale);

    /// <summary>Units traded; 0 where bars are made of quotes.</summary>
    public readonly decimal Volume => Instrument.SizeFromRaw(VolumeRaw);

    /// <summary>Turns the bar into the next of its series in place: the engine's way to show a bar for every tick without writing what stays the same.</summary>
    internal void Become(long openNanos, long closeNanos, long openRaw, long highRaw, long lowRaw, long closeRaw)
    {
        this.openNanos = openNanos;
        this.closeNanos = closeNanos;
        this.openRaw = openRaw;
        this.highRaw = highRaw;
        this.lowRaw = lowRaw;
        this.closeRaw = closeRaw;
    }

    /// <summary>The same for a series whose bars differ in volume and count.</summary>
    internal void Become(TimeRange range, long openRaw, long highRaw, long lowRaw, long closeRaw, long volumeRaw, long count)
    {
        Become(range.From, range.To, openRaw, highRaw, lowRaw, closeRaw);
        this.volumeRaw = volumeRaw;
        this.count = count;
    }

    /// <inheritdoc/>
    public override readonly string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{UtcNanos.ToIso(OpenNanos)} {Instrument.Symbol} {Spec} O {Open} H {High} L {Low} C {Close}");
}
