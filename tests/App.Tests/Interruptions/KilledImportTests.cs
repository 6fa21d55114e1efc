using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Workbench.App.Tests.Kit;
using Workbench.Data.Calendars;
using Workbench.Data.Lake;

namespace Workbench.App.Tests.Interruptions;

/// <summary>An import that is killed at any moment leaves the lake with the old content or the new one, whole.</summary>
[Collection(LabCollection.Name)]
public sealed class KilledImportTests(Lab lab)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void Twenty_kills_leave_the_old_content_or_the_new()
    {
        var seed = 4_711;
        var dice = new Random(seed);
        using var shell = lab.Fresh();
        string[] old = ["data", "generate", "EURUSD", "--ticks", "50000", "--seed", "1", "--from", "2024-03-04"];
        string[] fresh = ["data", "generate", "EURUSD", "--ticks", "400000", "--seed", "2", "--from", "2024-03-04"];
        var whole = Stopwatch.StartNew();
        shell.Run(fresh).Good();
        var milliseconds = (int)whole.ElapsedMilliseconds;
        var newHash = Content(shell);
        Directory.Delete(shell.Lake, recursive: true);
        shell.Run(old).Good();
        var oldHash = Content(shell);

        var seen = new List<string>();
        for (var round = 0; round < 20; round++)
        {
            if (seen.Count > 0 && seen[^1] != oldHash)
            {
                Directory.Delete(shell.Lake, recursive: true);
                shell.Run(old).Good();
            }

            var running = shell.Start(fresh);
            Thread.Sleep(dice.Next(milliseconds));
            running.Kill();
            running.Wait(Patience);
            var now = Content(shell);
            Assert.True(now == oldHash || now == newHash, $"seed {seed}, round {round}: the lake has {now}, not {oldHash} or {newHash}");
            seen.Add(now);
        }

        Assert.Contains(oldHash, seen);
        shell.Run(fresh).Good();
        Assert.Equal(newHash, Content(shell));

        // The new content's file alone, and beside it no more than the former state that it replaced.
        Assert.Single(Directory.GetFiles(Path.Combine(shell.Lake, "EURUSD", "ticks"), "*.parquet*"));
        Assert.True(Directory.GetFiles(shell.Lake, "*.parquet*", SearchOption.AllDirectories).Length <= 2);
    }

    [Fact]
    public void Ctrl_C_in_an_import_leaves_the_old_content()
    {
        using var shell = lab.FreshWithData();
        var before = Shell.Snapshot(shell.Lake);
        var running = shell.Start("data", "generate", "EURUSD", "--ticks", "100000000", "--seed", "2", "--from", "2024-03-04");
        running.Until(() => Directory.GetFiles(shell.Lake, "*.tmp", SearchOption.AllDirectories).Length > 0);
        running.Interrupt();
        var answer = running.Wait(Patience);
        answer.Refused("WB1013", ExitCode.Cancelled);
        Assert.Equal(before, Shell.Snapshot(shell.Lake));
    }

    [Fact]
    public void Two_imports_of_one_tape_do_not_mix()
    {
        using var shell = lab.FreshWithData();
        var first = shell.Start("data", "generate", "EURUSD", "--ticks", "100000000", "--seed", "2", "--from", "2024-03-04");
        first.Until(() => Directory.GetFiles(shell.Lake, "*.tmp", SearchOption.AllDirectories).Length > 0);
        shell.Run("data", "generate", "EURUSD", "--ticks", "10", "--seed", "3", "--from", "2024-03-04").Refused("WB2108", ExitCode.Data);
        first.Kill();
        first.Wait(Patience);
        shell.Run("data", "generate", "EURUSD", "--ticks", "10", "--seed", "3", "--from", "2024-03-04").Good();
    }

    /// <summary>Hash of all that is stored, as a run would read it: the manifest's word is not taken for it.</summary>
    static string Content(Shell shell)
    {
        var lake = new ParquetLake(shell.Lake, SessionCalendars.Find);
        using var cursor = lake.Ticks(lake.Instrument("EURUSD"), TimeRange.All);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var batch = new TickBatch();
        while (cursor.Read(batch))
        {
            hash.AppendData(MemoryMarshal.AsBytes(batch.Time.AsSpan(0, batch.Count)));
            hash.AppendData(MemoryMarshal.AsBytes(batch.Bid.AsSpan(0, batch.Count)));
            hash.AppendData(MemoryMarshal.AsBytes(batch.Ask.AsSpan(0, batch.Count)));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
