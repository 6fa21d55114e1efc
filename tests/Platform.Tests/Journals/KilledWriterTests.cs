using System.Diagnostics;
using System.Globalization;

namespace Workbench.Platform.Tests.Journals;

/// <summary>kill -9 on a real process that writes.</summary>
public sealed class KilledWriterTests : IDisposable
{
    readonly TempFolder folder = new();

    [Fact]
    public async Task Killed_at_random_instants_nothing_committed_is_lost_and_no_lock_stays_behind()
    {
        var seed = Environment.TickCount;
        var dice = new Random(seed);
        var path = folder.File("journal");
        for (var round = 0; round < 6; round++)
        {
            using var child = JournalChild.Start(path);
            var promised = await KillAfter(child, dice.Next(1, 60), dice.Next(0, 4000));

            var left = Records.Check(path);
            Assert.True(promised > 0 && left >= promised, $"seed {seed}, round {round}: {left} records are left of {promised} that were promised");
            using var journal = JournalWriter.Open(path);
            Assert.Equal(left, journal.LastNumber);
        }
    }

    [Fact]
    public async Task A_living_process_keeps_its_lock()
    {
        var path = folder.File("journal");
        using var child = JournalChild.Start(path);
        Assert.NotNull(await child.StandardOutput.ReadLineAsync());

        Assert.Equal("WB5102", Assert.Throws<WorkbenchException>(() => JournalWriter.Open(path)).Code);
        await KillAfter(child, 0, 0);
    }

    /// <summary>Lets the child say so many lines, waits some microseconds longer, kills it and returns the highest number it promised.</summary>
    static async Task<long> KillAfter(Process child, int lines, int microseconds)
    {
        var promised = 0L;
        for (var line = 0; line < lines; line++)
        {
            promised = Number(await child.StandardOutput.ReadLineAsync());
        }

        var clock = Stopwatch.StartNew();
        SpinWait.SpinUntil(() => clock.Elapsed.TotalMicroseconds >= microseconds);
        child.Kill();
        await child.WaitForExitAsync();
        var rest = await child.StandardOutput.ReadToEndAsync();

        // The last line may be cut by the kill.
        var said = rest.LastIndexOf('\n');
        return said < 0 ? promised : rest[..said].Split('\n').Select(Number).Max();
    }

    static long Number(string? line) => long.Parse(line ?? throw new InvalidOperationException("The child ended by itself."), CultureInfo.InvariantCulture);

    public void Dispose() => folder.Dispose();
}
