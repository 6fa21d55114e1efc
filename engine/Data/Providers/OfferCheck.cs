namespace Workbench.Data.Providers;

/// <summary>Holds a want against what a source says that it can do.</summary>
static class OfferCheck
{
    /// <summary>Why none of the offers fits; null where one does.</summary>
    public static string? Refusal(ProviderProfile profile, DataWant want)
    {
        var offers = profile.Offers.Where(offer => offer.Capability == CapabilityOf(want.Kind)).ToList();
        if (offers.Count == 0)
        {
            return $"{profile.Name} has no {Word(want)}.";
        }

        offers = [.. offers.Where(offer => IsFor(offer, want.Instrument))];
        if (offers.Count == 0)
        {
            return $"{profile.Name} has no {Word(want)} of {want.Instrument.Symbol}.";
        }

        if (want.Kind == DataKind.Bars && !offers.Exists(offer => offer.Bars.Contains(want.Bars)))
        {
            return $"{profile.Name} has no bars of {want.Bars}; of {want.Instrument.Symbol} it has {string.Join(", ", offers.SelectMany(offer => offer.Bars).Distinct())}.";
        }

        return offers.TrueForAll(offer => want.Range.To <= offer.Since)
            ? $"{profile.Name} has no {Word(want)} of {want.Instrument.Symbol} before {UtcNanos.ToIso(offers.Min(offer => offer.Since))[..10]}."
            : null;
    }

    /// <summary>The offer that fits, where <see cref="Refusal"/> had nothing against it.</summary>
    public static Offer Of(ProviderProfile profile, DataWant want) => profile.Offers.First(offer =>
        offer.Capability == CapabilityOf(want.Kind) && IsFor(offer, want.Instrument) && (want.Kind != DataKind.Bars || offer.Bars.Contains(want.Bars)));

    static Capability CapabilityOf(DataKind kind) => kind switch
    {
        DataKind.Bars => Capability.HistoricalBars,
        DataKind.Depth => Capability.Depth,
        DataKind.News => Capability.News,
        DataKind.Calendar => Capability.Calendar,
        DataKind.Sentiment => Capability.Sentiment,
        _ => Capability.HistoricalTicks,
    };

    static bool IsFor(Offer offer, Instrument instrument) =>
        (offer.Classes.Count == 0 || offer.Classes.Contains(instrument.AssetClass))
        && (offer.Symbols.Count == 0 || offer.Symbols.Contains(instrument.Symbol));

    static string Word(DataWant want) => want.Kind == DataKind.Bars ? $"bars of {want.Bars}" : want.Kind.ToString().ToLowerInvariant();
}
