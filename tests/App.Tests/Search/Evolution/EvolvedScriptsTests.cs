using Workbench.App.Tests.Kit;
using Workbench.Model;
using Workbench.Research.Evolution;
using Workbench.Support;

namespace Workbench.App.Tests.Search;

/// <summary>The evolved scripts that ship, over the bundled samples.</summary>
[Collection(LabCollection.Name)]
public sealed class EvolvedScriptsTests(Lab lab)
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Repository.Path("strategies/evolved"), "evolved-*.csx").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void A_kept_script_is_what_its_genome_writes_and_does(string name)
    {
        var file = Repository.Path("strategies/evolved/" + name);
        var genome = ScriptText.Read(File.ReadAllText(file), name);
        var workspace = Workspace.At(lab.Shell.Path("home"));
        var lake = workspace.OpenLake(Repository.Path("data/samples"));
        var asked = new EvolveRequest { Run = new BacktestRequest { Script = "", Data = [DataRequest.Parse("EURUSD:ticks")], Lake = Repository.Path("data/samples") } };
        using var market = new Market(workspace, lake, asked.Run, asked.Run.Data[0], asked, "evolved");
        var week = new TimeRange(market.Split.InSample.From, market.Split.InSample.From + 7 * UtcNanos.Day);

        var searched = market.Run(week, [new FieldVariant(genome.Hash, [], () => GenomeStrategy.Create(genome))], done: null, default)[0];
        var written = new ScriptProof(workspace, error => throw error).Hash(file, market, week, default);

        Assert.True(searched.Trades > 0);
        Assert.Equal(searched.EventLogHash, written);
        Assert.Equal($"evolved-{genome}.csx", name);
        Assert.Contains($"## evolved-{genome}", File.ReadAllText(Repository.Path("strategies/evolved/README.md")), StringComparison.Ordinal);
    }
}
