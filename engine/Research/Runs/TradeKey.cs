namespace Workbench.Research;

/// <summary>The finest sort of trade that is counted; every table of trades is a sum over these.</summary>
readonly record struct TradeKey(Instrument Instrument, Side Side, string EntryTag, string ExitTag, int Book, ExitReason ExitReason)
{
    /// <summary>Where trades are counted whose tags are too many to tell apart.</summary>
    public const string OtherTags = "(other tags)";

    // A record's own equality would compare instruments member by member, for every trade; one object stands for one instrument.
    public bool Equals(TradeKey other) =>
        ReferenceEquals(Instrument, other.Instrument) && Side == other.Side && Book == other.Book && ExitReason == other.ExitReason && EntryTag == other.EntryTag && ExitTag == other.ExitTag;

    public override int GetHashCode() =>
        HashCode.Combine(Instrument.Symbol, (int)Side, EntryTag, ExitTag, Book, (int)ExitReason);
}
