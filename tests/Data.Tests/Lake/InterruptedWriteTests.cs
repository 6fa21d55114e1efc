using Workbench.Data.Lake;

namespace Workbench.Data.Tests.Lake;

/// <summary>What a kill, a full disk or a broken source leaves behind.</summary>
public sealed class InterruptedWriteTests : IDisposable
{
    readonly TempFolder folder = new();
    readonly ParquetLake lake;
    readonly List<TickRow> before = Ticks.Walk(1, "2024-01-10", 50_000);
    readonly List<TickRow> after;

    public InterruptedWriteTests()
    {
        lake = Ticks.Lake(folder);
        Ticks.Write(lake, before);
        after = [.. before.Select(row => row with { Ask = row.Ask + 1 })];
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_kill_at_any_step_leaves_the_old_state_or_the_new_one()
    {
        using var pictures = new TempFolder();
        var taken = new List<(string Step, string Path)>();
        lake.Checkpoint = step =>
        {
            var path = pictures.File(FormattableString.Invariant($"{taken.Count}-{step}"));
            Copy(folder.Path, path);
            taken.Add((step, path));
        };
        Ticks.Write(lake, after);

        // Enough of each: every kind of step, and the long middle of the write at a few places.
        var seen = taken.Where((picture, i) => picture.Step != "batch" || i % 12 == 0).ToList();
        Assert.Equal(["begin", "batch", "file", "revision", "manifest", "sweep"], seen.Select(picture => picture.Step).Distinct());
        foreach (var (step, path) in seen)
        {
            var left = new ParquetLake(path, _ => UtcCalendar.Instance);
            Assert.Equal(step is "manifest" or "sweep" ? after : before, Ticks.All(left));
        }
    }

    [Fact]
    public void An_import_after_a_kill_cleans_up_and_succeeds()
    {
        using var picture = new TempFolder();
        lake.Checkpoint = step => { if (step == "file") { Copy(folder.Path, picture.Path); } };
        Ticks.Write(lake, after);
        var left = Ticks.Lake(picture);
        Ticks.Write(left, after);
        Assert.Equal(after, Ticks.All(left));
        var files = Directory.GetFiles(Path.Combine(picture.Path, "XAUUSD", "ticks")).Select(Path.GetFileName).ToList();
        Assert.Single(files, name => name!.EndsWith(".parquet", StringComparison.Ordinal) && name.StartsWith("2024-01", StringComparison.Ordinal));
        Assert.DoesNotContain(files, name => name!.EndsWith(".tmp", StringComparison.Ordinal));
    }

    [Fact]
    public void A_source_that_breaks_leaves_the_old_state()
    {
        var error = Assert.Throws<WorkbenchException>(() => lake.Write(new BrokenTape(after, 20_000), "test"));
        Assert.Equal("WB2399", error.Code);
        Assert.Equal(before, Ticks.All(lake));
        AssertNothingUnfinished();
    }

    [Fact]
    public void A_full_disk_is_one_clear_error_and_leaves_the_old_state()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var tape = Path.Combine(folder.Path, "XAUUSD", "ticks");
        lake.Checkpoint = step =>
        {
            if (step == "begin")
            {
                File.CreateSymbolicLink(Path.Combine(tape, FormattableString.Invariant($"2024-01-{UtcNanos.Millisecond}.parquet.tmp")), "/dev/full");
            }
        };
        var error = Assert.Throws<WorkbenchException>(() => Ticks.Write(lake, after));
        Assert.Equal(("WB2109", ExitCode.Data), (error.Code, error.Exit));
        Assert.Equal(before, Ticks.All(lake));
        AssertNothingUnfinished();
    }

    [Fact]
    public void Two_imports_of_one_tape_at_once_are_refused()
    {
        var codes = new List<string>();
        lake.Checkpoint = step =>
        {
            if (step == "begin")
            {
                codes.Add(Assert.Throws<WorkbenchException>(() => Ticks.Write(Ticks.Lake(folder), after)).Code);
            }
        };
        Ticks.Write(lake, after);
        Assert.Equal(["WB2108"], codes);
    }

    [Fact]
    public void A_tape_that_goes_backwards_or_has_nothing_is_refused()
    {
        var backwards = after.ToList();
        backwards.Reverse();
        Assert.Equal("WB2111", Assert.Throws<WorkbenchException>(() => Ticks.Write(lake, backwards)).Code);
        Assert.Equal("WB2112", Assert.Throws<WorkbenchException>(() => Ticks.Write(lake, [])).Code);
        Assert.Equal("WB2105", Assert.Throws<WorkbenchException>(() => Ticks.Write(lake, after, "SYNTHETIC")).Code);
        Assert.Equal(before, Ticks.All(lake));
    }

    void AssertNothingUnfinished() => Assert.DoesNotContain(
        Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), name => name.EndsWith(AtomicFile.Unfinished, StringComparison.Ordinal));

    static void Copy(string from, string to)
    {
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }

    sealed class BrokenTape(IReadOnlyList<TickRow> rows, int breakAt) : ICursor<TickBatch>
    {
        readonly ListTape tape = new(Ticks.Gold, rows);
        int given;

        public Instrument Instrument => Ticks.Gold;

        public bool Read(TickBatch into)
        {
            given += 1_000;
            return given <= breakAt ? tape.Read(into) : throw new WorkbenchException("WB2399", ExitCode.Data, "The source is damaged.");
        }

        public void Dispose() { }
    }
}
