namespace Workbench.Model;

/// <summary>The best bid and ask of one instrument at one event time, with the sizes behind them: the top of the book.</summary>
/// <remarks>Integers inside, decimals outside. It lives on the stack: keep a copy if you want to, nothing of it is reused.</remarks>
public readonly struct Tick(Instrument instrument, long timeNanos, long bidRaw, long askRaw, long bidSizeRaw, long askSizeRaw)
{
    /// <summary>What is quoted.</summary>
    public Instrument Instrument => instrument;

    /// <summary>Event time in UTC nanoseconds. FIX MDEntryTime (273).</summary>
    public long TimeNanos => timeNanos;

    /// <summary>Event time, UTC.</summary>
    public DateTime Time => UtcNanos.ToDateTime(timeNanos);

    /// <summary>Best bid as stored, in units of 10^-<see cref="Instrument.PriceScale"/>.</summary>
    public long BidRaw => bidRaw;

    /// <summary>Best ask as stored, in units of 10^-<see cref="Instrument.PriceScale"/>.</summary>
    public long AskRaw => askRaw;

    /// <summary>Size at the bid as stored, in units of 10^-<see cref="Instrument.SizeScale"/>; 0 where the source tells none.</summary>
    public long BidSizeRaw => bidSizeRaw;

    /// <summary>Size at the ask as stored, in units of 10^-<see cref="Instrument.SizeScale"/>; 0 where the source tells none.</summary>
    public long AskSizeRaw => askSizeRaw;

    /// <summary>Best price at which one can sell now, in quote currency. FIX BidPx (132).</summary>
    public decimal Bid => instrument.FromRaw(bidRaw);

    /// <summary>Best price at which one can buy now, in quote currency. FIX OfferPx (133).</summary>
    public decimal Ask => instrument.FromRaw(askRaw);

    /// <summary>Halfway between bid and ask; nobody trades there.</summary>
    public decimal Mid => (Bid + Ask) / 2m;

    /// <summary>Ask minus bid: what a round trip at market costs per unit. Negative when the quote is crossed.</summary>
    public decimal Spread => instrument.FromRaw(askRaw - bidRaw);

    /// <summary>Units offered to be bought at the bid. FIX BidSize (134).</summary>
    public decimal BidSize => instrument.SizeFromRaw(bidSizeRaw);

    /// <summary>Units offered at the ask. FIX OfferSize (135).</summary>
    public decimal AskSize => instrument.SizeFromRaw(askSizeRaw);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{UtcNanos.ToIso(timeNanos)} {instrument.Symbol} {Bid}/{Ask}");
}
