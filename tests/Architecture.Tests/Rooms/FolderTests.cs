namespace Workbench.Architecture.Tests;

/// <summary>Where things lie: nothing new at the top, and what belongs together is there together.</summary>
public sealed class FolderTests
{
    static readonly string[] TopFolders = ["engine", "strategies", "notebooks", "data", "tests"];

    /// <summary>Rooms whose README is still owed. One leaves this list when it is written; none comes back.</summary>
    static readonly string[] ReadmesOwed = ["Model", "Core", "Data", "Brokers", "Scripting", "Research", "Platform", "App"];

    [Fact]
    public void No_folder_was_added_at_the_top() => Assert.Empty(
        Checkout.Files.Where(file => file.Contains('/', StringComparison.Ordinal))
            .Select(file => file[..file.IndexOf('/', StringComparison.Ordinal)])
            .Where(folder => folder[0] != '.').Distinct().Except(TopFolders));

    [Fact]
    public void Every_room_says_what_it_is_in_a_readme() => Assert.Empty(
        Room.All.Select(room => room.Name).Where(room => !File.Exists(Repository.Path($"engine/{room}/README.md"))).Except(ReadmesOwed));

    [Fact]
    public void Every_strategy_has_its_golden_run() =>
        Assert.Empty(Names("strategies/", ".csx").Except(Names("tests/Golden/", ".json")));

    [Fact]
    public void Every_golden_run_has_its_strategy() =>
        Assert.Empty(Names("tests/Golden/", ".json").Except(Names("strategies/", ".csx")));

    static IEnumerable<string> Names(string folder, string extension) => Checkout.Files
        .Where(file => file.StartsWith(folder, StringComparison.Ordinal) && file.EndsWith(extension, StringComparison.Ordinal))
        .Select(file => file[folder.Length..^extension.Length])
        .Where(name => !name.Contains('/', StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);
}
