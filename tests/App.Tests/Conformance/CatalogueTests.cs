using System.Globalization;
using System.Reflection;
using System.Text;
using Workbench.Brokers.Binance;
using Workbench.Brokers.Oanda;

namespace Workbench.App.Tests.Conformance;

/// <summary>The list of cases in the README is made of the cases themselves.</summary>
public sealed class CatalogueTests
{
    const string Begin = "<!-- cases -->\n";

    static readonly Type[] Venues = [typeof(PaperConformanceTests), typeof(OandaConformanceTests), typeof(BinanceSpotConformanceTests), typeof(BinanceFuturesConformanceTests)];

    [Fact]
    public void Readme_lists_the_cases_as_they_are()
    {
        var path = Repository.Path("tests/App.Tests/Conformance/README.md");
        var readme = File.ReadAllText(path);
        var upTo = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var wanted = readme[..upTo] + Table();
        if (Environment.GetEnvironmentVariable("WORKBENCH_GOLDEN") == "write")
        {
            File.WriteAllText(path, wanted);
        }

        Assert.Equal(wanted, File.ReadAllText(path));
    }

    [Fact]
    public void No_number_is_given_twice() => Assert.Equal(Cases.Count, Cases.Select(NumberOf).Distinct().Count());

    [Fact]
    public void There_are_at_least_sixty_cases_and_every_venue_takes_all()
    {
        Assert.True(Cases.Count >= 60, $"There are {Cases.Count} cases.");
        Assert.All(Venues, venue => Assert.Equal(Cases.Count, CasesOf(venue).Count));
    }

    static IReadOnlyList<(VenueCapabilities? Can, bool FillsInParts)> Abilities { get; } =
    [
        (null, true),
        (OandaBroker.WhatItCan, new OandaBench().FillsInParts),
        (Of(BinanceMarket.Spot), true),
        (Of(BinanceMarket.UsdFutures), true),
    ];

    static VenueCapabilities Of(BinanceMarket market) =>
        new BinanceBroker(new HttpClient(), new VenueKeys { Venue = "binance", Name = "nobody", Key = "none", Secret = "none" }, market).Capabilities;

    static IReadOnlyList<MethodInfo> Cases => CasesOf(typeof(ConformanceSuite));

    static List<MethodInfo> CasesOf(Type suite) => [.. suite.GetMethods().Where(static each => each.GetCustomAttribute<FactAttribute>() is { Skip: null }).OrderBy(NumberOf)];

    static int NumberOf(MethodInfo each) => int.Parse(each.Name.AsSpan(1, each.Name.IndexOf('_', StringComparison.Ordinal) - 1), NumberStyles.None, CultureInfo.InvariantCulture);

    static string Table()
    {
        var table = new StringBuilder("| case | paper | OANDA | Binance spot | Binance futures |\n|---|---|---|---|---|\n");
        foreach (var each in Cases)
        {
            var wants = each.GetCustomAttribute<WantsAttribute>() ?? new WantsAttribute();
            table.Append(CultureInfo.InvariantCulture, $"| C{NumberOf(each):00} {Sentence(each)} |{string.Concat(Abilities.Select(venue => $" {wants.At(venue.Can, venue.FillsInParts)} |"))}\n");
        }

        return table.ToString();
    }

    static string Sentence(MethodInfo each) => each.Name[(each.Name.IndexOf('_', StringComparison.Ordinal) + 1)..].Replace("_s_", "'s_", StringComparison.Ordinal).Replace('_', ' ');
}
