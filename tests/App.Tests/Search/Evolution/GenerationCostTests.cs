using Workbench.App.Tests.Kit;
using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Evolution;
using Xunit.Abstractions;

namespace Workbench.App.Tests.Search;

/// <summary>What a generation costs before anybody has seen an event.</summary>
[Collection(LabCollection.Name)]
public sealed class GenerationCostTests(Lab lab, ITestOutputHelper output)
{
    [Fact]
    public void A_generation_of_200_scripts_is_bred_made_and_started_in_less_than_a_millisecond_each()
    {
        var workspace = Workspace.At(lab.Shell.Path("home"));
        var request = new BacktestRequest { Script = "", Data = [DataRequest.Parse("EURUSD:ticks")], Lake = workspace.Lake };
        var setup = RunSetup.Of(workspace, workspace.OpenLake(null), request, ["evolved"]);
        var species = ScriptSpecies.Of(new EvolveRequest { Run = request });
        Generation(species, setup, seed: 1);

        var best = Enumerable.Range(2, 5).Min(seed => Generation(species, setup, seed).TotalMilliseconds) / 200;

        output.WriteLine(FormattableString.Invariant($"{best:0.000} ms of one core each"));
        Assert.True(best < 1d, FormattableString.Invariant($"{best:0.000} ms of one core each"));
    }

    static TimeSpan Generation(ScriptSpecies species, RunSetup setup, long seed)
    {
        var population = new Population<Genome>(species, new EvolutionTerms { Seed = seed, Objectives = 2 });
        Appraisal[] appraisals = [.. population.Ask().Select((_, at) => new Appraisal([(double)at, (double)-at]))];

        // Selection and breeding are in it, too.
        var before = ProcessorTime.OfThisThread();
        population.Tell(appraisals);
        foreach (var child in population.Ask())
        {
            new Engine(setup.Config, species.Create(child.Genome), [Tape.OfTicks(new Nothing(setup.Traded[0]))], new RunStatistics()).Run(default);
        }

        return ProcessorTime.OfThisThread() - before;
    }

    /// <summary>A tape that is over before its first event: what is decoded is decoded once for all.</summary>
    sealed class Nothing(Instrument instrument) : ICursor<TickBatch>
    {
        public Instrument Instrument => instrument;

        public bool Read(TickBatch into) => false;

        public void Dispose()
        {
        }
    }
}
