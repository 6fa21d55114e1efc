using System.Text.RegularExpressions;

namespace Workbench.Architecture.Tests;

/// <summary>A README that says which test holds an assumption must name one that exists.</summary>
public sealed partial class NamedTestsTests
{
    [Theory]
    [InlineData("engine/Core/Simulation/README.md", 70)]
    [InlineData("engine/Core/Portfolio/README.md", 25)]
    [InlineData("engine/Platform/README.md", 60)]
    [InlineData("engine/Core/Risk/README.md", 45)]
    [InlineData("engine/Core/Live/README.md", 20)]
    public void Tests_that_an_assumption_is_held_by_exist(string readme, int atLeast)
    {
        var sources = string.Concat(Directory.EnumerateFiles(Repository.Path("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        var cases = Directory.EnumerateFiles(Repository.Path("tests/Core.Tests/Simulation/Candles"), "*.txt")
            .SelectMany(File.ReadLines).Where(line => line.StartsWith("# ", StringComparison.Ordinal)).Select(line => line[2..].Trim()).ToHashSet();
        var cells = File.ReadLines(Repository.Path(readme)).Where(line => line.StartsWith('|')).Select(line => line.Trim().TrimEnd('|').Split('|')[^1]).ToList();
        var named = cells.SelectMany(cell => Method().Matches(cell).Select(match => match.Groups[1].Value)).ToList();
        var drawn = cells.SelectMany(cell => Case().Matches(cell).Select(match => match.Groups[1].Value)).ToList();

        Assert.True(named.Count + drawn.Count >= atLeast, $"{readme} names only {named.Count + drawn.Count}");
        Assert.DoesNotContain(drawn, name => !cases.Contains(name));
        Assert.DoesNotContain(named, name => !sources.Contains(" " + name.TrimEnd('…'), StringComparison.Ordinal));
    }

    // A name may be cut short behind its distinctive words.
    [GeneratedRegex("`([A-Z][a-z0-9]*(?:_[A-Za-z0-9]+)+_?…?)`")]
    private static partial Regex Method();

    [GeneratedRegex(@"(?<!\*)\*([A-Z][^*]+)\*(?!\*)")]
    private static partial Regex Case();
}
