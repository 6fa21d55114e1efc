using System.Globalization;
using System.Reflection;
using System.Text;

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

    static IReadOnlyList<MethodInfo> Cases => CasesOf(typeof(ConformanceSuite));

    static List<MethodInfo> CasesOf(Type suite) => [.. suite.GetMethods().Where(static each => each.GetCustomAttribute<FactAttribute>() is { Skip: null }).OrderBy(NumberOf)];

    static int NumberOf(MethodInfo each) => int.Parse(each.Name.AsSpan(1, each.Name.IndexOf('_', StringComparison.Ordinal) - 1), NumberStyles.None, CultureInfo.InvariantCulture);

    static string Table()
    {
        var table = new StringBuilder("| case | paper | OANDA | Binance spot | Binance futures |\n|---|---|---|---|---|\n");
        foreach (var each in Cases)
        {
            table.Append(CultureInfo.InvariantCulture, $"| C{NumberOf(each):00} {Sentence(each)} |{string.Concat(Enumerable.Repeat(" ✓ |", Venues.Length))}\n");
        }

        return table.ToString();
    }

    static string Sentence(MethodInfo each) => each.Name[(each.Name.IndexOf('_', StringComparison.Ordinal) + 1)..].Replace("_s_", "'s_", StringComparison.Ordinal).Replace('_', ' ');
}
