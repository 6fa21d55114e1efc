using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>Shows a search: its best beside each other, and all of it behind them.</summary>
sealed class SearchComparison
{
    readonly SearchDocument search;
    readonly CompareTerms options;
    readonly IReadOnlyList<Contender> contenders;

    public SearchComparison(SearchDocument search, CompareTerms options)
    {
        if (search.Variants.Count == 0)
        {
            throw CompareErrors.EmptySearch(search.Id);
        }

        (this.search, this.options) = (search, options);
        contenders = [.. search.Variants.Where(variant => variant.Result.State != VariantState.Failed && variant.Objective.Value is not null).Take(options.Top).Select(variant => Contender.Of(variant, search.Clock))];
    }

    PeriodClock Clock => search.Clock;

    /// <summary>The first period is as long as the second.</summary>
    long Start => Clock.Ends.Count > 1 ? Clock.Ends[0] - (Clock.Ends[1] - Clock.Ends[0]) : search.Data.Count > 0 ? search.Data.Min(data => data.From) : 0;

    public CompareDocument Document()
    {
        var split = Split.Of(Clock, Start, options);
        var odds = Odds();
        return new CompareDocument
        {
            Title = FormattableString.Invariant($"{search.Method} of {Path.GetFileNameWithoutExtension(search.Script.File)}: {search.Variants.Count:N0} variants"),
            Search = search,
            Clock = Clock,
            Start = Start,
            Split = split,
            Contenders = contenders,
            Figures = Figures.Of(contenders, Clock, split, odds, options),
            Odds = odds,
            Notes = [.. search.Warnings.Concat(odds.Warnings).Concat(SpaceView.AtTheEdge(search)).Distinct()],
            Noise = odds.Best is { } best ? NoiseBand.Of([.. search.Variants[best.Column].Result.Returns], odds.Trials, RunComparison.Variance(odds), Clock.PerYear) : null,
            Front = FrontPoint.Of([.. search.Variants.Select(variant => (variant.Result.Key, variant.Result.Metric("maxDrawdown"), variant.Result.Metric("totalReturn"), variant.Result.Metric("complexity")))]),
            Space = SpaceView.Of(search),
            Spread = TrialSpread.Of(search.Variants.Select(variant => variant.Result.Returns.ToArray()), Clock.PerYear),
            Correlations = Correlations.Of([.. contenders.Select(contender => contender.Returns)]),
            Overlaps = Overlaps.Of(contenders),
            Regimes = options.Market is { } market ? Compare.Regimes.Of(market, Clock, Start, contenders) : [],
            Market = options.MarketName,
            Changes = [.. Enumerable.Range(1, Math.Max(0, contenders.Count - 1)).Select(other => ScriptChange.Of(contenders, other))],
            Lineage = options.Lineage,
            Modes = [],
            Failures = Failure.Of(search.Variants),
        };
    }

    LuckReport Odds() => LuckReport.Of(
        new ReturnsMatrix([.. search.Variants.Select(variant => variant.Result.Key)], [.. search.Variants.Select(variant => variant.Result.Returns.ToArray())], Clock.PerYear),
        new LuckOptions { Trials = search.TrialsInFamily, TrialSharpes = options.TrialSharpes, Seed = options.Seed });
}
