using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>A finished sweep as a document: all variants with all their figures.</summary>
static class SweepDocument
{
    /// <summary>Of a sweep's folder.</summary>
    /// <exception cref="Model.WorkbenchException">WB4427: it is not done.</exception>
    public static SearchDocument Of(SweepFolder folder)
    {
        var plan = folder.Plan;
        var end = folder.End ?? throw SweepErrors.Unfinished(folder.Id, Math.Max(1, folder.Shards.Results.Missing(plan.Shards.Count).Count));
        List<ShardFile> files = [.. folder.Results(plan)];
        var recipe = plan.Legs[0].Recipe;
        var clock = files.Count > 0 ? files[0].Clock : new PeriodClock([], "day", 252d);
        return new SearchDocument
        {
            Id = folder.Id,
            Method = plan.Method,
            Script = new ScriptIdentity(Path.GetFileNameWithoutExtension(recipe.Script), recipe.Script, recipe.Sha256, []),
            Data = end.Judged(plan),
            AcceptsDataWarnings = plan.AcceptsDataWarnings,
            Axes = [.. AxesOfLegs(plan), .. plan.Axes.Select(axis => axis.Text)],
            Objective = plan.Objective,
            Seed = plan.Seed,
            Clock = clock,
            Variants = Objective.Parse(plan.Objective, plan.MinTrades).Rank(files.SelectMany(file => On(clock, file))),
            TrialsInFamily = end.TrialsInFamily,
            TrialsBySource = end.TrialsBySource,
            Warnings = files.TrueForAll(file => file.Clock.Ends.SequenceEqual(clock.Ends))
                ? end.Warnings : [.. end.Warnings, "The data sets have different clocks: returns are shown for the first alone, since the others cannot stand beside them."],
        };
    }

    /// <summary>Returns over another clock cannot stand in one matrix with these.</summary>
    static IEnumerable<VariantResult> On(PeriodClock clock, ShardFile file) =>
        file.Clock.Ends.SequenceEqual(clock.Ends) ? file.Results : file.Results.Select(variant => variant with { Returns = [] });

    static IEnumerable<string> AxesOfLegs(SweepPlan plan) => plan.Legs.SelectMany(leg => leg.Settings)
        .GroupBy(setting => setting[..setting.IndexOf('=', StringComparison.Ordinal)], StringComparer.Ordinal)
        .Select(axis => $"{axis.Key}={string.Join(',', axis.Distinct(StringComparer.Ordinal).Select(setting => setting[(axis.Key.Length + 1)..]))}");
}
