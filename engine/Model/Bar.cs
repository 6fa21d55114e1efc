namespace Workbench.Model;

/// <summary>Open, high, low, close and volume over [open time, close time). It is published at its close and never earlier.</summary>
/// <remarks>Integers inside, decimals outside. A mid bar's integers count half points, so that halfway prices are exact:
/// its <see cref="PriceScale"/> is one more than the instrument's. Has the shape that C# indicator libraries expect (Date, Open … Volume).</remarks>
public readonly record struct Bar
{
    /// <summary>What was traded or quoted.</summary>
    public required Instrument Instrument { get; init; }

    /// <summary>Length and price of the bar.</summary>
    public required BarSpec Spec { get; init; }

    /// <summary>Decimals of the raw prices.</summary>
    public required byte PriceScale { get; init; }

    /// <summary>Start of the bar in UTC nanoseconds; belongs to it.</summary>
    public required long OpenNanos { get; init; }

    /// <summary>End of the bar in UTC nanoseconds; the first instant that does not belong to it, and the time it is published.</summary>
    public required long CloseNanos { get; init; }

    /// <summary>First price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long OpenRaw { get; init; }

    /// <summary>Highest price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long HighRaw { get; init; }

    /// <summary>Lowest price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long LowRaw { get; init; }

    /// <summary>Last price, in units of 10^-<see cref="PriceScale"/>.</summary>
    public required long CloseRaw { get; init; }

    /// <summary>Volume as stored, in units of 10^-<see cref="Instrument.SizeScale"/>; 0 where bars are made of quotes.</summary>
    public long VolumeRaw { get; init; }

    /// <summary>Ticks or trades in the bar; 0 where the source does not tell.</summary>
    public long Count { get; init; }

    /// <summary>Opening time, UTC.</summary>
    public DateTime OpenTime => UtcNanos.ToDateTime(OpenNanos);

    /// <summary>Closing time, UTC: when a strategy gets to see the bar.</summary>
    public DateTime CloseTime => UtcNanos.ToDateTime(CloseNanos);

    /// <summary>Opening time under the name that C# indicator libraries use.</summary>
    public DateTime Date => OpenTime;

    /// <summary>First price, in quote currency.</summary>
    public decimal Open => Scaled.ToDecimal(OpenRaw, PriceScale);

    /// <summary>Highest price, in quote currency.</summary>
    public decimal High => Scaled.ToDecimal(HighRaw, PriceScale);

    /// <summary>Lowest price, in quote currency.</summary>
    public decimal Low => Scaled.ToDecimal(LowRaw, PriceScale);

    /// <summary>Last price, in quote currency.</summary>
    public decimal Close => Scaled.ToDecimal(CloseRaw, PriceScale);

    /// <summary>Units traded; 0 where bars are made of quotes.</summary>
    public decimal Volume => Instrument.SizeFromRaw(VolumeRaw);

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"{UtcNanos.ToIso(OpenNanos)} {Instrument.Symbol} {Spec} O {Open} H {High} L {Low} C {Close}");
}
