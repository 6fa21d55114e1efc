namespace Workbench.Research;

/// <summary>The finest sort of trade that is counted; every table of trades is a sum over these.</summary>
sealed record TradeKey(Instrument Instrument, Side Side, string EntryTag, string ExitTag, int Book, ExitReason ExitReason)
{
    /// <summary>Where trades are counted whose tags are too many to tell apart.</summary>
    public const string OtherTags = "(other tags)";

    // A record's own equality would compare instruments member by member, for every trade; one object stands for one instrument.
    public bool Equals(TradeKey? other) => other is not null
        && ReferenceEquals(Instrument, other.Instrument) && Side == other.Side && Book == other.Book && ExitReason == other.ExitReason && EntryTag == other.EntryTag && ExitTag == other.ExitTag;

    /// <summary>Whether the trade is of this sort.</summary>
    public bool Holds(in RoundTrip trade) =>
        ReferenceEquals(Instrument, trade.Instrument) && Side == trade.Side && Book == trade.Book && ExitReason == trade.ExitReason && EntryTag == trade.EntryTag && ExitTag == trade.ExitTag;

    public override int GetHashCode() =>
        HashCode.Combine(Instrument.Symbol, EntryTag, ExitTag, (int)Side + 4 * (int)ExitReason + 256 * Book);
}
