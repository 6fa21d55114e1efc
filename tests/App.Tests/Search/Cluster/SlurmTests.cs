using System.Diagnostics;
using System.Text.RegularExpressions;
using Workbench.App.Tests.Kit;
using Workbench.Model;

namespace Workbench.App.Tests.Search.Cluster;

/// <summary>A sweep under a real Slurm of two nodes: whatever is killed, the tables are those of this machine, byte for byte.</summary>
[Collection(LabCollection.Name)]
public sealed partial class SlurmTests(Lab lab)
{
    const int Shards = 12;

    static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [SlurmFact]
    public void A_node_that_is_killed_and_a_worker_that_is_killed_lose_nothing()
    {
        using var shell = lab.Fresh();
        var local = Sweep(shell, "local");
        Assert.Equal(ExitCode.Ok, local.Wait(Patience).Exit);

        using var slurm = new SlurmCluster();
        var sweep = Sweep(shell, "slurm", slurm.Environment);

        // The first results are there, and a worker of the node is held in the midst of its shard: a machine that is slow to look would find it done.
        sweep.Until(() => Results(shell, "slurm") >= 2 && UnderWay(shell).Intersect(slurm.WorkersOf("n1")).Any(pid => Hold(shell, pid)), Patience);
        slurm.PullThePlug("n1");

        // Slurm itself does not try again what was killed; the sweep's second pass does.
        sweep.Until(() => slurm.WorkersOf("n2").Count > 0, Patience);
        Try(() => Process.GetProcessById(slurm.WorkersOf("n2")[0]).Kill());
        var answer = sweep.Wait(Patience);

        Assert.True(answer.Exit == ExitCode.Ok, answer.Error);
        Assert.Equal(Shards, Results(shell, "slurm"));
        foreach (var table in (string[])["results.parquet", "returns.parquet"])
        {
            Assert.Equal(File.ReadAllBytes(shell.Path("local/" + table)), File.ReadAllBytes(shell.Path("slurm/" + table)));
        }

        // Somebody was killed, which the attempts tell, and nobody was given up.
        Assert.True(Directory.GetFiles(shell.Path("slurm/attempts"), "*.json").Count(path => !path.EndsWith(".end.json", StringComparison.Ordinal)) > Shards);
        Assert.False(Directory.Exists(shell.Path("slurm/dead")));
    }

    [Fact]
    public void Shards_run_by_hand_in_any_order_come_to_the_same_tables()
    {
        using var shell = lab.Fresh();
        Sweep(shell, "local", more: ["--set", "slow=20"]).Wait(Patience).Good();
        var plan = Sweep(shell, "hand", more: ["--set", "slow=20", "--engine", "plan", "--json"]).Wait(Patience).Good().Json();
        var shards = plan.GetProperty("shards").GetInt32();
        var path = shell.Path("hand/plan.json");

        Assert.Contains($"\"completions\": {shards}", shell.Run("shard", "manifest", "--plan", shell.Path("hand"), "--image", "workbench:1", "--claim", "lake").Good().Out, StringComparison.Ordinal);
        Assert.Equal("0-" + (shards - 1), shell.Run("shard", "missing", "--plan", path).Good().Out.Trim());
        shell.Run("shard", "merge", shell.Path("hand")).Refused("WB4463", ExitCode.NotFound);
        for (var index = shards - 1; index >= 0; index--)
        {
            shell.RunUnder([new("SLURM_ARRAY_TASK_ID", index.ToString(System.Globalization.CultureInfo.InvariantCulture))], "shard", "run", "--plan", path).Good();
        }

        Assert.Empty(shell.Run("shard", "missing", "--plan", path).Good().Out.Trim());
        shell.Run("shard", "merge", shell.Path("hand")).Good();
        Assert.Equal(File.ReadAllBytes(shell.Path("local/results.parquet")), File.ReadAllBytes(shell.Path("hand/results.parquet")));
        Assert.Equal(64, (int)shell.Run("shard", "run", "--plan", path, "--index", "999").Exit);
        Assert.Equal(64, (int)shell.Run("shard", "run", "--plan", path).Exit);
    }

    [Fact]
    public void A_shard_that_comes_to_something_else_raises_the_alarm_and_keeps_both()
    {
        using var shell = lab.Fresh();
        Sweep(shell, "hand", more: ["--set", "slow=20", "--engine", "plan"]).Wait(Patience).Good();
        for (var index = 0; index < 2; index++)
        {
            shell.Run("shard", "run", "--plan", shell.Path("hand/plan.json"), "--index", index == 0 ? "0" : "1").Good();
        }

        // What a machine with a bad memory would leave behind.
        new ShardResults(shell.Path("hand/shards")).Commit(1, [1, 2, 3]);
        shell.Run("shard", "run", "--plan", shell.Path("hand/plan.json"), "--index", "2").Good();

        shell.Run("shard", "merge", shell.Path("hand")).Refused("WB4465", ExitCode.CheckFailed);
        Assert.Equal(2, Directory.GetFiles(shell.Path("hand/shards"), "000001.*").Length);
        Assert.False(File.Exists(shell.Path("hand/results.parquet")));
    }

    [Fact]
    public void Other_data_give_a_shard_up_at_once_and_what_was_given_up_is_a_row_with_its_reason()
    {
        using var shell = lab.FreshWithData();
        Sweep(shell, "hand", lake: shell.Lake, more: ["--set", "slow=20", "--engine", "plan"]).Wait(Patience).Good();
        var plan = shell.Path("hand/plan.json");
        shell.Run("shard", "run", "--plan", plan, "--index", "0").Good();
        shell.Run("shard", "run", "--plan", plan, "--index", "2").Good();
        var folder = new ShardFolder(shell.Path("hand"));
        folder.Bury(new DeadLetter(1, ShardExit.Poison, "3 attempts ended with a fault", 3));

        shell.Run("shard", "merge", shell.Path("hand")).Refused("WB4464", ExitCode.CheckFailed);
        var merged = shell.Run("shard", "merge", shell.Path("hand"), "--allow-dead", "--json").Good().Json();
        Assert.Equal(2, merged.GetProperty("variants").EnumerateArray().Count(row => row.GetProperty("error").GetString() == "3 attempts ended with a fault"));

        // Let it be tried again, and it is; with other data it never will be.
        shell.Run("shard", "retry", "--plan", plan).Good();
        Assert.Equal("1", shell.Run("shard", "missing", "--plan", plan).Good().Out.Trim());
        Directory.Delete(shell.Lake, recursive: true);
        shell.Run("data", "generate", "EURUSD", "--ticks", "60000", "--seed", "8", "--from", "2024-03-04").Good();
        Assert.Equal(66, (int)shell.Run("shard", "run", "--plan", plan, "--index", "1").Exit);
        Assert.Equal(1, folder.DeadOf(1)!.Attempts);
    }

    Running Sweep(Shell shell, string folder, IEnumerable<KeyValuePair<string, string>>? environment = null, string? lake = null, params string[] more) => shell.StartUnder(environment ?? [],
    [
        "sweep", Scripts.SmaCross, "--lake", lake ?? lab.Shell.Lake, "--data", "EURUSD:ticks", "--set", "fast=2..7:1", "--batch", "2", "--out", shell.Path(folder), "--quiet",
        .. more.Length > 0 ? more : ["--set", "slow=20..50:10", "--engine", folder == "slurm" ? "slurm" : "local"],
    ]);

    static int Results(Shell shell, string folder) =>
        Directory.Exists(shell.Path(folder + "/shards")) ? Directory.GetFiles(shell.Path(folder + "/shards"), "*.result").Length : 0;

    /// <summary>Processes whose attempt has begun, and whose shard has neither a result nor an end: a worker writes the one before the other.</summary>
    static IEnumerable<int> UnderWay(Shell shell) => !Directory.Exists(shell.Path("slurm/attempts")) ? [] :
        Directory.GetFiles(shell.Path("slurm/attempts"), "*.json")
            .Where(path => !path.EndsWith(".end.json", StringComparison.Ordinal) && !File.Exists(Path.ChangeExtension(path, ".end.json")) && !HasResult(shell, path))
            .Select(path => Pid().Match(File.ReadAllText(path))).Where(found => found.Success)
            .Select(found => int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();

    static bool HasResult(Shell shell, string attempt) =>
        Directory.Exists(shell.Path("slurm/shards")) && Directory.GetFiles(shell.Path("slurm/shards"), Path.GetFileName(attempt).Split('.')[0] + ".*.result").Length > 0;

    /// <summary>Holds a process in the midst of its shard; lets it go where the shard is done.</summary>
    static bool Hold(Shell shell, int pid)
    {
        Signal("-STOP", pid);
        var isHeld = IsStopped(pid) && UnderWay(shell).Contains(pid);
        if (!isHeld)
        {
            Signal("-CONT", pid);
        }

        return isHeld;
    }

    /// <summary>Waits until no thread of a process runs any more: a signal is only on its way when kill returns.</summary>
    static bool IsStopped(int pid)
    {
        try
        {
            return SpinWait.SpinUntil(
                () => Directory.GetDirectories(FormattableString.Invariant($"/proc/{pid}/task")).All(task => StateOf(task) is 'T' or 'Z'), TimeSpan.FromSeconds(10));
        }
        catch (IOException)
        {
            return false;
        }
    }

    static char StateOf(string task)
    {
        // The name stands in brackets and may hold blanks; the state follows it.
        var stat = File.ReadAllText(Path.Combine(task, "stat"));
        return stat[stat.LastIndexOf(')') + 2];
    }

    static void Signal(string signal, int pid)
    {
        using var kill = Process.Start("kill", [signal, pid.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    [GeneratedRegex(@"""pid"":\s*(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Pid();

    static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            // It was done in between: then the killed node alone has to prove it.
        }
    }
}
