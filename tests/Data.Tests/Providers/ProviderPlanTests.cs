using Workbench.Data.Instruments;
using Workbench.Data.Providers;

namespace Workbench.Data.Tests.Providers;

public sealed class ProviderPlanTests
{
    const int Wants = 300;

    static readonly long Now = Fetching.At("2026-07-01T13:47:11Z");

    public static TheoryData<string> Names => [.. KnownProviders.All.Select(known => known.Profile.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pieces_cover_what_is_wanted_once_and_in_order_and_nothing_of_the_future(string name)
    {
        var seed = Environment.TickCount;
        var dice = new Random(seed);
        using var http = new HttpClient();
        var profile = KnownProviders.TryFind(name)!.Profile;
        var provider = KnownProviders.TryFind(name)!.Make(http, profile.Address, () => Fetching.Key, InstrumentTable.BuiltIn);
        var planned = 0;
        for (var i = 0; i < Wants; i++)
        {
            if (Any(profile, dice) is { } want && provider.Refusal(want) is null)
            {
                planned++;
                Check(provider, want, FormattableString.Invariant($"seed {seed}, {name}, {want.Instrument.Symbol} {want.Kind} {want.Bars} {want.Range}"));
            }
        }

        Assert.True(planned > Wants / 10, FormattableString.Invariant($"seed {seed}: only {planned} wants were not refused"));
    }

    static void Check(IDataProvider provider, DataWant want, string what)
    {
        var pieces = provider.Plan(want, Now);
        Assert.True(pieces.SequenceEqual(provider.Plan(want, Now)), what);
        Assert.True(pieces.All(piece => piece.Range.From < Now && piece.Range.From < piece.Range.To), what);
        Assert.True(pieces.Zip(pieces.Skip(1)).All(pair => pair.First.Range.To == pair.Second.Range.From), what);
        Assert.True(pieces.Select(piece => piece.File).Distinct().Count() == pieces.Count, what);
        Assert.True(pieces.All(piece => !piece.Request.Contains(Fetching.Key, StringComparison.Ordinal) && !piece.Request.StartsWith('/')), what);
        var offers = provider.Profile.Offers.Where(offer => want.Kind == DataKind.Bars ? offer.Bars.Contains(want.Bars) : offer.Bars.Count == 0).ToList();
        var reach = offers.Select(offer => offer.Reach).Min() is { } back ? Now - UtcNanos.From(back) + UtcNanos.Day : long.MinValue;
        var from = Math.Max(want.Range.From, Math.Max(reach, offers.Max(offer => offer.Since)));
        var step = want.Kind == DataKind.Bars ? want.Bars.NominalNanos : 0;
        var to = Math.Min(want.Range.To, Now - step);
        if (from < to)
        {
            Assert.True(pieces.Count > 0 && pieces[0].Range.From <= from && pieces[^1].Range.To >= to, what);
        }
    }

    // Short ranges mostly, since an hour's piece of ten years is a long list.
    static DataWant? Any(ProviderProfile profile, Random dice)
    {
        var offer = profile.Offers[dice.Next(profile.Offers.Count)];
        var instruments = InstrumentTable.BuiltIn.Symbols.Select(symbol => InstrumentTable.BuiltIn.Find(symbol))
            .Where(each => offer.Classes.Count == 0 || offer.Classes.Contains(each.AssetClass)).ToList();
        var instrument = instruments.Count > 0 ? instruments[dice.Next(instruments.Count)] : InstrumentTable.BuiltIn.Find("MSFT");
        DataKind? kind = offer.Capability switch
        {
            Capability.HistoricalBars => DataKind.Bars,
            Capability.HistoricalTicks => dice.Next(2) == 0 ? DataKind.Ticks : DataKind.Trades,
            Capability.News => DataKind.News,
            Capability.Sentiment => DataKind.Sentiment,
            _ => null,
        };
        var from = Now - (long)(dice.NextDouble() * (offer.Reach ?? TimeSpan.FromDays(4000)).TotalSeconds) * UtcNanos.Second;
        var days = offer.Bars.Count == 0 ? 3 : 400;
        var to = from + (1 + (long)(dice.NextDouble() * days * 86_400)) * UtcNanos.Second;
        return kind is { } chosen
            ? new DataWant(instrument, chosen, chosen == DataKind.Bars ? offer.Bars[dice.Next(offer.Bars.Count)] : default, new TimeRange(from, to))
            : null;
    }
}
