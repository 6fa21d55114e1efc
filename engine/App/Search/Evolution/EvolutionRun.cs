using System.Diagnostics;
using Workbench.Research;
using Workbench.Research.Evolution;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// The generations of an evolution. What is on disk is not run again but told to the population as it was, so that one that was killed
/// goes on where it stood, to the same champions.
/// </summary>
sealed class EvolutionRun<TGenome>(Workspace workspace, EvolveRequest asked, ISpecies<TGenome> species, IReadOnlyList<Market> markets, EvolutionFolder folder, Action<EvolutionProgress> tell)
{
    readonly Fitness fitness = new(asked);
    readonly TrialLedger ledger = new(workspace, _ => { });
    readonly List<BornRecord> records = [];

    /// <summary>The population.</summary>
    public Population<TGenome> Population { get; } = new(species.Breeding, asked.Terms);

    /// <summary>All that were tried.</summary>
    public IReadOnlyList<BornRecord> Tried => records;

    /// <summary>Lives through all generations.</summary>
    /// <exception cref="OperationCanceledException">It was stopped; what is over is kept.</exception>
    public void Live(CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var (replayed, kept) = (0, folder.Generations);
        for (var generation = 0; generation < asked.Generations; generation++)
        {
            cancel.ThrowIfCancellationRequested();
            var born = Population.Ask();
            replayed += generation < kept ? 1 : 0;
            var tried = folder.Generation(generation) is { } before ? Same(before, born, generation) : Try(generation, born, cancel);
            records.AddRange(tried);
            Population.Tell([.. tried.Select(each => each.ToAppraisal())]);
            tell(Progress(generation + 1, replayed, watch.Elapsed));
        }
    }

    IReadOnlyList<BornRecord> Try(int generation, IReadOnlyList<Individual<TGenome>> born, CancellationToken cancel)
    {
        FieldVariant[] variants = [.. born.Select(each => new FieldVariant(each.Key, species.Settings(each.Genome), () => species.Create(each.Genome)))];
        List<IReadOnlyList<VariantResult>> runs = [.. markets.Select(market => market.Run(market.Split.InSample, variants, done: null, cancel))];
        cancel.ThrowIfCancellationRequested();
        var survivals = Survivals(variants, runs, cancel);
        List<BornRecord> tried = [];
        for (var at = 0; at < born.Count; at++)
        {
            VariantResult[] results = [.. runs.Select(run => run[at])];
            tried.Add(BornRecord.Of(born[at], fitness.Of(results, born[at].Size, survivals[at]), results));
        }

        Count(tried);
        folder.Write(generation, tried);
        return tried;
    }

    /// <summary>Over all markets the lowest; where it is no objective, the tapes are not made.</summary>
    MetricValue[] Survivals(FieldVariant[] variants, List<IReadOnlyList<VariantResult>> runs, CancellationToken cancel)
    {
        var lowest = new MetricValue[variants.Length];
        Array.Fill(lowest, MetricValue.None("tapes made to hurt were not asked for"));
        for (var market = 0; fitness.NeedsSurvival && market < markets.Count; market++)
        {
            var scores = markets[market].Survivals(variants, runs[market], cancel);
            for (var at = 0; at < lowest.Length; at++)
            {
                lowest[at] = market == 0 || scores[at].Value is not { } score || score < lowest[at].Value ? scores[at] : lowest[at];
            }
        }

        return lowest;
    }

    /// <summary>Every evaluation is a trial at the luck of its market, the failed ones too.</summary>
    void Count(List<BornRecord> tried)
    {
        for (var at = 0; at < markets.Count; at++)
        {
            var market = at;
            ledger.Record("evolve", markets[market].Family(species.Lineage), [.. tried.Select(each => TrialOf(each, each.Runs[market], markets[market].DaysInYear))],
                TrialOrigin.From(folder.Id, asked.Run.Seed, [markets[market].Identity]));
        }
    }

    static Trial TrialOf(BornRecord born, RunFigures run, double daysInYear) => new(
        born.Key, run.Behaviour, TrialState.Of(run.State), run.Metric(MetricCatalog.Sharpe) / Math.Sqrt(daysInYear), born.Scores[0]);

    IReadOnlyList<BornRecord> Same(IReadOnlyList<BornRecord> before, IReadOnlyList<Individual<TGenome>> born, int generation) =>
        before.Select(each => each.Key).SequenceEqual(born.Select(each => each.Key))
            ? before
            : throw EvolveErrors.Changed(folder.Id, FormattableString.Invariant($"generation {generation} would be bred differently now."));

    EvolutionProgress Progress(int generation, int replayed, TimeSpan elapsed)
    {
        var front = Population.Front;
        var each = elapsed / Math.Max(1, generation - replayed);
        return new EvolutionProgress(
            generation, asked.Generations, asked.Objectives[0], front.Count > 0 ? front.Max(one => one.Appraisal!.Scores[0].Value) : null, front.Count,
            Population.Tried, Population.Behaviours, each * (asked.Generations - generation));
    }
}
