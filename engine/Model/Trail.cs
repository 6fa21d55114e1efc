namespace Workbench.Model;

/// <summary>How far a trailing stop stays behind the best price seen. FIX PegOffsetValue (211).</summary>
/// <param name="Unit">What the distance counts.</param>
/// <param name="Distance">How many of them, positive.</param>
public readonly record struct Trail(TrailUnit Unit, decimal Distance)
{
    /// <summary>A distance in quote currency.</summary>
    public static Trail Price(decimal distance) => new(TrailUnit.Price, distance);

    /// <summary>A distance in tick sizes.</summary>
    public static Trail Ticks(decimal count) => new(TrailUnit.Ticks, count);

    /// <summary>A distance in hundredths of the best price seen: 1.5 stays one and a half percent behind.</summary>
    public static Trail Percent(decimal percent) => new(TrailUnit.Percent, percent);

    /// <summary>The distance in quote currency behind a best price, on the tick grid. A fraction of a tick is dropped, towards the price: the nearer stop is the one that hurts sooner.</summary>
    public decimal From(Instrument instrument, decimal best)
    {
        var distance = Unit switch
        {
            TrailUnit.Ticks => Distance * instrument.TickSize,
            TrailUnit.Percent => best * Distance / 100m,
            _ => Distance,
        };
        return decimal.Floor(distance / instrument.TickSize) * instrument.TickSize;
    }
}
