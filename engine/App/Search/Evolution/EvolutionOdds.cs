using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>The odds that what an evolution found is luck, all its family's trials counted.</summary>
/// <param name="Sentence">In a sentence.</param>
/// <param name="ByKey">Each variant's own, by its key.</param>
/// <param name="Warnings">What a reader must know before them.</param>
sealed record EvolutionOdds(string Sentence, IReadOnlyDictionary<string, MetricValue> ByKey, IReadOnlyList<string> Warnings)
{
    /// <summary>Of what was tried.</summary>
    /// <param name="tried">A column each.</param>
    /// <param name="clock">The clock of their returns.</param>
    /// <param name="trials">All trials of the family.</param>
    /// <param name="seed">Seed of the resampling.</param>
    public static EvolutionOdds Of(IReadOnlyList<BornRecord> tried, PeriodClock clock, TrialCount trials, long seed)
    {
        try
        {
            var matrix = new ReturnsMatrix([.. tried.Select(each => each.Key)], [.. tried.Select(each => each.Runs[0].Returns.ToArray())], clock.PerYear);
            var report = LuckReport.Of(matrix, new LuckOptions { Trials = trials.Distinct, TrialSharpes = clock.Name == "day" ? trials.Sharpes : null, Seed = seed });
            return new EvolutionOdds(report.Sentence, report.Variants.ToDictionary(each => each.Name, each => each.Odds, StringComparer.Ordinal), report.Warnings);
        }
        catch (WorkbenchException none)
        {
            return new EvolutionOdds($"The odds are not known: {none.Message}", new Dictionary<string, MetricValue>(), []);
        }
    }

    /// <summary>Of one variant.</summary>
    public MetricValue Of(string key) => ByKey.TryGetValue(key, out var odds) ? odds : MetricValue.None("it has no column");
}
