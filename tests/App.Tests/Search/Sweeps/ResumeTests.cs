using Workbench.App.Tests.Kit;

namespace Workbench.App.Tests.Search.Sweeps;

/// <summary>A sweep that is cut off, in whatever way, goes on where it was and comes to what it would have come to.</summary>
[Collection(LabCollection.Name)]
public sealed class ResumeTests(Lab lab)
{
    [Theory]
    [InlineData("grid")]
    [InlineData("sobol")]
    [InlineData("cma")]
    [InlineData("bayes")]
    public void Cut_off_and_gone_on_with_the_tables_have_the_same_bytes_on_any_number_of_cores(string method)
    {
        using var bench = new SweepBench(lab);
        var plan = bench.Plan(bench.Request("fast=2..9", "slow=20..50:10") with { Method = method, Trials = 20, Where = ["fast<slow"] });
        var (whole, cut) = (bench.Folder(plan, "whole"), bench.Folder(plan, "cut"));
        Assert.NotNull(bench.Run(whole, cores: 2));
        for (var batches = 1; bench.Run(cut, cores: 1, batches) is null; batches += 2)
        {
            Assert.False(File.Exists(cut.ResultsPath));
        }

        Assert.Equal(File.ReadAllBytes(whole.ResultsPath), File.ReadAllBytes(cut.ResultsPath));
        Assert.Equal(File.ReadAllBytes(whole.ReturnsPath), File.ReadAllBytes(cut.ReturnsPath));
        Assert.Equal(SweepBench.Results(whole).Select(Path.GetFileName).Order(), SweepBench.Results(cut).Select(Path.GetFileName).Order());
        Assert.Equal(whole.End!.TrialsInFamily, cut.End!.TrialsInFamily);
    }

    [Fact]
    public void Killed_without_a_word_it_is_resumed_by_its_name()
    {
        using var shell = lab.Fresh();
        var running = shell.Start("sweep", Scripts.SmaCross, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", "--set", "fast=2..41", "--set", "slow=50", "--objective", "netProfit", "--batch", "2", "--cores", "1");
        running.Until(() => Directory.Exists(shell.Path("home/data/sweeps")) && Directory.GetFiles(shell.Path("home/data/sweeps"), "*.result", SearchOption.AllDirectories).Length > 1);
        running.Kill();
        running.Wait(TimeSpan.FromSeconds(60));
        var folder = Assert.Single(Directory.GetDirectories(shell.Path("home/data/sweeps")));
        Assert.False(File.Exists(Path.Combine(folder, SweepFolder.ResultsFile)));
        Assert.False(Assert.Single(shell.Run("sweep", "--list", "--json").Good().Json().EnumerateArray()).GetProperty("done").GetBoolean());

        var end = shell.Run("sweep", "--resume", Path.GetFileName(folder), "--json").Good().Json();
        Assert.Equal(40, end.GetProperty("count").GetInt32());
        Assert.True(end.GetProperty("trialsInFamily").GetInt64() is > 30 and <= 40);
        Assert.True(File.Exists(Path.Combine(folder, SweepFolder.ResultsFile)));
    }

    [Fact]
    public void Ctrl_C_ends_it_with_what_is_done_kept_and_says_how_to_go_on()
    {
        using var shell = lab.Fresh();
        var folder = shell.Path("out");
        var running = shell.Start("sweep", Scripts.SmaCross, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", "--set", "fast=2..201", "--set", "slow=50", "--objective", "netProfit", "--batch", "2", "--cores", "1", "--out", folder);
        running.Until(() => Directory.Exists(folder) && Directory.GetFiles(folder, "*.result", SearchOption.AllDirectories).Length > 0);
        running.Interrupt();

        running.Wait(TimeSpan.FromSeconds(60)).Refused("WB4421", ExitCode.Cancelled).Saying("of 200 variants are done and kept").Saying("./run.sh sweep --resume");
        Assert.Empty(Directory.GetFiles(folder, "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_script_that_was_changed_since_is_refused_with_both_hashes_and_so_are_data()
    {
        using var bench = new SweepBench(lab);
        var script = bench.Shell.Write("home/cross.csx", File.ReadAllText(Scripts.SmaCross));
        var request = bench.Request("fast=2..9", "slow=20");
        var folder = bench.Folder(bench.Plan(request with { Terms = request.Terms with { Script = script } }), "sweep");
        var kept = File.ReadAllText(script);
        File.WriteAllText(script, kept + "\n// changed\n");

        var refused = Assert.Throws<WorkbenchException>(() => bench.Run(folder));
        Assert.Equal("WB4415", refused.Code);
        Assert.Contains("cross.csx had sha256", refused.Message, StringComparison.Ordinal);
        File.Copy(Path.Combine(folder.Root, SweepFolder.ScriptFile), script, overwrite: true);
        Assert.NotNull(bench.Run(folder));
    }

    [Fact]
    public void A_plan_of_another_engine_or_other_data_is_refused()
    {
        using var bench = new SweepBench(lab);
        var plan = bench.Plan(bench.Request("fast=2..9", "slow=20"));
        var leg = plan.Legs[0];
        Assert.Contains("engine was build", Refused(bench, plan with { Build = new string('0', 64) }, "build"), StringComparison.Ordinal);
        Assert.Contains("engine was 0.0.1", Refused(bench, plan with { Engine = "0.0.1" }, "engine"), StringComparison.Ordinal);
        Assert.Contains("EURUSD ticks had", Refused(bench, plan with { Legs = [leg with { Data = [leg.Data[0] with { Sha256 = new string('1', 64) }] }] }, "data"), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sweeps_do_not_work_in_one_folder_and_nothing_of_others_is_replaced()
    {
        using var bench = new SweepBench(lab);
        var plan = bench.Plan(bench.Request("fast=2..9", "slow=20"));
        var folder = bench.Folder(plan, "sweep");
        using (folder.Lock())
        {
            Assert.Equal("WB4416", Assert.Throws<WorkbenchException>(() => bench.Run(folder)).Code);
            Assert.Equal("WB4416", Assert.Throws<WorkbenchException>(() => bench.Folder(plan, "sweep")).Code);
        }

        Assert.Equal("WB4418", Assert.Throws<WorkbenchException>(() => bench.Folder(plan, "sweep")).Code);
        Assert.NotNull(bench.Run(folder));
    }

    [TinyDiskFact]
    public void A_full_disk_leaves_nothing_half_written_and_with_room_it_goes_on()
    {
        using var disk = new TinyDisk();
        using var shell = lab.Fresh();
        var folder = disk.Path("sweep");
        File.WriteAllBytes(disk.Path("ballast"), new byte[980_000]);
        shell.Run("sweep", Scripts.SmaCross, "--lake", lab.Shell.Lake, "--data", "EURUSD:ticks", "--set", "fast=2..41", "--set", "slow=50", "--objective", "netProfit", "--batch", "2", "--out", folder)
            .Refused("WB4422", ExitCode.Data).Saying("sweep --resume");
        Assert.Empty(Directory.GetFiles(folder, "*.tmp", SearchOption.AllDirectories));
        Assert.NotEmpty(Directory.GetFiles(folder, "*.result", SearchOption.AllDirectories));

        File.Delete(disk.Path("ballast"));
        Assert.Equal(40, shell.Run("sweep", "--resume", folder, "--json").Good().Json().GetProperty("count").GetInt32());
    }

    static string Refused(SweepBench bench, SweepPlan plan, string name)
    {
        var refused = Assert.Throws<WorkbenchException>(() => bench.Run(bench.Folder(plan, name)));
        Assert.Equal("WB4415", refused.Code);
        return refused.Message;
    }
}
