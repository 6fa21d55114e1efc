using Workbench.Data.Calendars;
using Workbench.Data.Generation;
using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Generation;

public sealed class SamplesTests
{
    [Fact]
    public void The_committed_samples_are_what_the_generator_makes_byte_by_byte()
    {
        using var folder = new TempFolder();
        Samples.Write(new ParquetLake(folder.Path, SessionCalendars.Find));
        var committed = Repository.Path("data/samples");
        var made = Files(folder.Path);
        Assert.Equal(Files(committed), made);
        foreach (var file in made)
        {
            Assert.True(File.ReadAllBytes(Path.Combine(committed, file)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(folder.Path, file))), file);
        }
    }

    [Fact]
    public void The_samples_are_a_lake_of_three_instruments_and_two_calendars_marked_synthetic()
    {
        var entries = new ParquetLake(Repository.Path("data/samples"), SessionCalendars.Find).List().ToList();
        Assert.Equal(["EUR", "EURUSD", "US30", "USD", "XAUUSD"], entries.Select(entry => entry.Data.Instrument));
        Assert.All(entries, entry => Assert.True(entry.Data.IsSynthetic));
        Assert.All(entries.Where(entry => entry.Data.Kind != "calendar"), entry => Assert.True(entry.Data is { IsSynthetic: true, Kind: "ticks", Gaps: 0, Count: > 60_000 }));
        Assert.True(entries.Sum(entry => entry.Bytes) < 3_000_000);
    }

    static List<string> Files(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file)).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
