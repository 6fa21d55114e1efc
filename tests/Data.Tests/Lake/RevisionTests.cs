using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

/// <summary>What a tape held before a write changed it stays readable under its number.</summary>
public sealed class RevisionTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ParquetLake lake;
    readonly List<TickRow> first = Ticks.Walk(1, "2024-01-10", 3_000);

    public RevisionTests()
    {
        lake = Ticks.Lake(folder);
        Ticks.Write(lake, first);
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_changed_value_keeps_the_old_state_as_a_revision()
    {
        var second = Changed(first, 1_234);
        var stored = lake.Write(new ListTape(Ticks.Gold, second), "test");
        Assert.Equal((2, first[1_234].Time), (stored.Revision, stored.ChangedFrom));
        Assert.Equal(second, Ticks.All(lake));
        Assert.Equal(first, Ticks.All(At(1)));
        Assert.Equal(second, Ticks.All(At(2)));
        Assert.Equal([(1, false), (2, true)], lake.Revisions("XAUUSD", "ticks").Select(state => (state.Number, state.IsCurrent)));
    }

    [Fact]
    public void A_removed_event_keeps_the_old_state_too()
    {
        var fewer = first.Where((_, i) => i != 700).ToList();
        Assert.Equal(2, lake.Write(new ListTape(Ticks.Gold, fewer), "test").Revision);
        Assert.Equal(first, Ticks.All(At(1)));
    }

    [Fact]
    public void The_changed_side_of_a_print_is_a_change_too()
    {
        Assert.Null(Print(Side.Buy).ChangedFrom);
        Assert.Null(Print(Side.Buy).ChangedFrom);
        var changed = Print(Side.Sell);
        Assert.Equal((2, first[0].Time), (changed.Revision, changed.ChangedFrom));
    }

    [Fact]
    public void New_ranges_the_same_values_and_filled_holes_make_no_revision()
    {
        var longer = Ticks.Walk(1, "2024-01-10", 5_000);
        Assert.Equal(1, lake.Write(new ListTape(Ticks.Gold, longer), "test").Revision);
        Assert.Equal(1, lake.Write(new ListTape(Ticks.Gold, longer[100..200]), "again").Revision);
        var earlier = Ticks.Walk(2, "2023-12-20", 500);
        Assert.Equal(1, lake.Write(new ListTape(Ticks.Gold, earlier), "test").Revision);
        Assert.Single(lake.Revisions("XAUUSD", "ticks"));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "XAUUSD", "ticks", "revisions")));
    }

    [Fact]
    public void The_state_that_a_run_saw_is_found_by_its_identity()
    {
        var range = new TimeRange(first[100].Time, first[2_000].Time);
        var seen = lake.Describe(Ticks.Gold, DataKind.Ticks, default, range);
        Ticks.Write(lake, Changed(first, 500));
        Ticks.Write(lake, Changed(first, 600));
        Assert.Equal([new RevisionPin("XAUUSD", "ticks", 1)], lake.AsSeen([seen]));
        Assert.Equal(seen, lake.As(lake.AsSeen([seen])).Describe(Ticks.Gold, DataKind.Ticks, default, range));

        // What the change did not touch is still in force.
        Assert.Empty(lake.AsSeen([lake.Describe(Ticks.Gold, DataKind.Ticks, default, new TimeRange(first[2_500].Time, long.MaxValue))]));
    }

    [Fact]
    public void Values_that_change_back_leave_each_state_readable()
    {
        var second = Changed(first, 10);
        Ticks.Write(lake, second);
        Ticks.Write(lake, first);
        Ticks.Write(lake, second);
        Assert.Equal([first, second, first, second], Enumerable.Range(1, 4).Select(number => Ticks.All(At(number))));
    }

    [Fact]
    public void Former_states_beyond_the_wanted_number_are_forgotten()
    {
        Ticks.Write(lake, Changed(first, 10));
        Ticks.Write(lake, Changed(first, 20));
        Assert.Equal(1, lake.Forget("XAUUSD", "ticks", 1));
        Assert.Equal([2, 3], lake.Revisions("XAUUSD", "ticks").Select(state => state.Number));
        Assert.Equal(Changed(first, 10), Ticks.All(At(2)));
        var error = Assert.Throws<WorkbenchException>(() => Ticks.All(At(1)));
        Assert.Equal("WB2770", error.Code);
        Assert.Contains("it has 2, 3", error.Message);
    }

    [Fact]
    public void A_revision_that_disagrees_with_its_file_is_refused()
    {
        Ticks.Write(lake, Changed(first, 10));
        var kept = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "XAUUSD", "ticks", "revisions"), "*.parquet"));
        File.Copy(Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "XAUUSD", "ticks"), "*.parquet")), kept, overwrite: true);
        Assert.Equal("WB2107", Assert.Throws<WorkbenchException>(() => Ticks.All(At(1))).Code);

        var manifest = Path.Combine(folder.Path, "XAUUSD", "ticks", "revisions", "1.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("3000", "3001"));
        Assert.Equal("WB2106", Assert.Throws<WorkbenchException>(() => Ticks.All(At(1))).Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Whatever_is_written_and_killed_every_finished_state_stays(int seed)
    {
        var dice = new Random(seed);
        var states = new List<List<TickRow>> { first };
        var home = folder.Path;
        for (var i = 0; i < 8; i++)
        {
            var next = Changed(states[^1], dice.Next(first.Count));
            var (step, wanted, picture) = (0, dice.Next(6), folder.File(FormattableString.Invariant($"../{Path.GetFileName(folder.Path)}-{seed}-{i}")));
            var killedAfterManifest = false;
            var open = new ParquetLake(home, _ => UtcCalendar.Instance);
            open.Checkpoint = name =>
            {
                if (step++ == wanted)
                {
                    Copy(home, picture);
                    killedAfterManifest = name is "manifest" or "sweep";
                }
            };
            Ticks.Write(open, next);

            // The life of the lake goes on from what the kill left, where there was one.
            var wasKilled = Directory.Exists(picture);
            home = wasKilled ? picture : home;
            if (!wasKilled || killedAfterManifest)
            {
                states.Add(next);
            }

            var left = new ParquetLake(home, _ => UtcCalendar.Instance);
            Assert.Equal(states.Count, left.Revisions("XAUUSD", "ticks").Count);
            for (var number = 1; number <= states.Count; number++)
            {
                Assert.Equal(states[number - 1], Ticks.All(left.As([new RevisionPin("XAUUSD", "ticks", number)])));
            }
        }

        foreach (var picture in Directory.GetDirectories(Path.GetDirectoryName(folder.Path)!, Path.GetFileName(folder.Path) + "-*"))
        {
            Directory.Delete(picture, recursive: true);
        }
    }

    Stored Print(Side side)
    {
        using var tape = new OnePrint(first[0].Time, side);
        return lake.Write(tape, "test");
    }

    IMarketStore At(int number) => lake.As([new RevisionPin("XAUUSD", "ticks", number)]);

    static List<TickRow> Changed(List<TickRow> rows, int at) => [.. rows.Select((row, i) => i == at ? row with { Ask = row.Ask + 1 } : row)];

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
