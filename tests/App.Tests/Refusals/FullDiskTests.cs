using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Refusals;

/// <summary>A disk that runs full in the middle: said clearly, and what was there before is there still.</summary>
[Collection(LabCollection.Name)]
public sealed class FullDiskTests(Lab lab)
{
    [TinyDiskFact]
    public void An_import_that_fills_the_disk_leaves_the_old_state()
    {
        using var disk = new TinyDisk();
        var lake = disk.Path("lake");
        lab.Shell.Run("data", "generate", "EURUSD", "--ticks", "20000", "--lake", lake).Good();
        var before = Shell.Snapshot(lake);
        lab.Shell.Run("data", "generate", "EURUSD", "--ticks", "1000000", "--seed", "2", "--lake", lake).Refused("WB2109", ExitCode.Data).Saying("The disk is full");
        Assert.Equal(before, Shell.Snapshot(lake));
        lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--lake", lake).Good();
    }

    [TinyDiskFact]
    public void A_run_that_fills_the_disk_leaves_nothing()
    {
        using var disk = new TinyDisk();
        File.WriteAllBytes(disk.Path("ballast"), new byte[900_000]);
        lab.Shell.Run("backtest", Scripts.SmaCross, "--data", "EURUSD", "--out", disk.Path("run")).Refused("WB1007", ExitCode.Data);
        Assert.Equal(["ballast"], Directory.GetFileSystemEntries(disk.Path("")).Select(Path.GetFileName));
    }
}
