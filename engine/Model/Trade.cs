namespace Workbench.Model;

/// <summary>One print: somebody traded. Not to be confused with a <c>RoundTrip</c>, which is what we earned on a position.</summary>
public readonly struct Trade(Instrument instrument, long timeNanos, long priceRaw, long sizeRaw, Side aggressor)
{
    /// <summary>What was traded.</summary>
    public Instrument Instrument => instrument;

    /// <summary>Event time in UTC nanoseconds. FIX TransactTime (60).</summary>
    public long TimeNanos => timeNanos;

    /// <summary>Event time, UTC.</summary>
    public DateTime Time => UtcNanos.ToDateTime(timeNanos);

    /// <summary>Price as stored, in units of 10^-<see cref="Instrument.PriceScale"/>.</summary>
    public long PriceRaw => priceRaw;

    /// <summary>Size as stored, in units of 10^-<see cref="Instrument.SizeScale"/>.</summary>
    public long SizeRaw => sizeRaw;

    /// <summary>Price, in quote currency. FIX LastPx (31).</summary>
    public decimal Price => instrument.FromRaw(priceRaw);

    /// <summary>Units traded. FIX LastQty (32).</summary>
    public decimal Size => instrument.SizeFromRaw(sizeRaw);

    /// <summary>Side that took liquidity; 0 where the source does not tell. FIX AggressorSide (2446).</summary>
    public Side Aggressor => aggressor;
}
