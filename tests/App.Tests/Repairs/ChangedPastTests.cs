using System.Text;
using System.Text.Json;
using Workbench.App.Tests.Kit;
using Workbench.App.Tests.Sources.Matrix;
using Workbench.Model;
using Workbench.Research;
using Workbench.Simulators;

namespace Workbench.App.Tests.Repairs;

/// <summary>A source that tells its past otherwise than before: what was seen stays, and what is new is seen from then on.</summary>
[Collection(LabCollection.Name)]
public sealed class ChangedPastTests(Lab lab)
{
    static readonly string[] Day = ["--from", "2024-03-05", "--to", "2024-03-06"];

    [Fact]
    public async Task The_old_run_is_reproduced_from_its_revision_and_a_new_one_sees_the_new_value()
    {
        await using var source = await SimSource.Start(ticksPerHour: 60);
        using var shell = lab.Fresh();
        source.Serve(shell);
        shell.Run(["data", "get", "EURUSD", "--kind", "ticks", .. Day]).Good();
        var before = Run(shell, "EURUSD:ticks");
        var old = new RunShelf(Workspace.At(shell.Path("home"))).Find("last");

        source.Simulator.Faults.Arm(FaultKind.ChangedPast, count: 1_000, value: 40);
        var repair = shell.Run(["data", "repair", "EURUSD:ticks", "--source", "dukascopy", .. Day, "--json"]).Good().Json();
        Assert.Equal(2, repair.GetProperty("revision").GetInt32());
        Assert.Equal(Sha(before), repair.GetProperty("before").GetString());

        var now = Run(shell, "EURUSD:ticks");
        Assert.Equal(repair.GetProperty("after").GetString(), Sha(now));
        Assert.NotEqual(Hash(before), Hash(now));
        var again = Run(shell, "EURUSD:ticks#1");
        Assert.Equal((Sha(before), Hash(before)), (Sha(again), Hash(again)));
        Reproduces(shell, old, Hash(before));
        Assert.Contains("\"revision\":2", Assert.Single(Audit(shell)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_says_the_same_changes_nothing_and_is_not_recorded()
    {
        await using var source = await SimSource.Start(ticksPerHour: 60);
        using var shell = lab.Fresh();
        source.Serve(shell);
        shell.Run(["data", "get", "EURUSD", "--kind", "ticks", .. Day]).Good();
        var asked = source.Simulator.Requests.All.Count;
        Assert.Contains("says what it said before", shell.Run(["data", "repair", "EURUSD:ticks", "--source", "dukascopy", .. Day]).Good().Out, StringComparison.Ordinal);
        Assert.Equal(2 * asked, source.Simulator.Requests.All.Count);
        Assert.Empty(Audit(shell));
        shell.Run(["data", "repair", "EURUSD:ticks", "--source", "dukascopy", "--dry-run"]).Refused("WB4480", ExitCode.Usage);
    }

    static void Reproduces(Shell shell, string run, string hash)
    {
        var workspace = Workspace.At(shell.Path("home"));
        var document = RunFolder.LoadDocument(run);
        var rerun = new Rerun(workspace, RunRecipe.Load(run)!, document.Identity.Data, static stuck => throw stuck);
        Assert.Empty(rerun.ChangedData());
        Assert.Equal(hash, rerun.Hash(CancellationToken.None));
    }

    static IReadOnlyList<string> Audit(Shell shell) =>
        [.. new AuditTrail(Workspace.At(shell.Path("home")).OpenLake(null), "EURUSD", _ => { }).Read().Select(Encoding.UTF8.GetString)];

    static JsonElement Run(Shell shell, string data) =>
        shell.Run(["backtest", Scripts.Of(shell, "    int n; public override void OnTick(in Tick tick) { if (++n % 2 == 0) Buy(100m); else Sell(100m); }"), "--data", data, .. Day, "--json"]).Good().Json();

    static string Sha(JsonElement run) => run.GetProperty("data")[0].GetProperty("sha256").GetString()!;

    static string Hash(JsonElement run) => run.GetProperty("eventLogHash").GetString()!;
}
