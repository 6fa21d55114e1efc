using Workbench.Data.Providers;

namespace Workbench.Data.Routing;

/// <summary>
/// Chooses whom to ask: first by what a source can do, then by the user's priority, then by health. One that rests is asked after all
/// that do not, and not at all before the time that it named itself.
/// </summary>
/// <param name="sources">All that are switched on.</param>
/// <param name="health">How they are.</param>
public sealed class Router(IReadOnlyList<Source> sources, HealthBook health)
{
    static readonly PriceSource[] Prices = [PriceSource.Mid, PriceSource.Last, PriceSource.Bid, PriceSource.Ask];

    readonly IReadOnlyList<Source> ordered = [.. sources.OrderBy(source => source.Priority)];

    /// <summary>How the sources are.</summary>
    public HealthBook Health => health;

    /// <summary>All sources in the order of the user.</summary>
    public IReadOnlyList<Source> Sources => ordered;

    /// <summary>All sources held against a want, in the order in which they would be asked.</summary>
    public IReadOnlyList<Candidate> Candidates(DataWant want) =>
    [
        .. ordered.Select(source => new Candidate(source, source.Provider.Refusal(want), health.Of(source.Name)))
            .OrderBy(candidate => candidate.Refusal is not null).ThenBy(candidate => candidate.Health.IsResting(health.Now)),
    ];

    /// <summary>Whether any source may be able to give that.</summary>
    public bool Offers(DataWant want) => Settle(want) is var settled && ordered.Any(source => source.Provider.Refusal(settled) is null);

    /// <summary>Bars of a length without a word on their price are those that somebody has: a fetch must not end with bids of one source and asks of another.</summary>
    public DataWant Settle(DataWant want) => want.Kind != DataKind.Bars || want.Bars.Price != PriceSource.Mid
        ? want
        : ordered.SelectMany(source => Prices.Select(price => (source, Priced: want with { Bars = want.Bars.Of(price) })))
            .FirstOrDefault(pair => pair.source.Provider.Refusal(pair.Priced) is null).Priced ?? want;
}
