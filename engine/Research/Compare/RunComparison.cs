using Workbench.Research.Luck;

namespace Workbench.Research.Compare;

/// <summary>Lays runs beside each other.</summary>
sealed class RunComparison
{
    readonly IReadOnlyList<ComparedRun> runs;
    readonly CompareTerms options;
    readonly Search.PeriodClock clock;
    readonly long start;
    readonly IReadOnlyList<Contender> contenders;

    public RunComparison(IReadOnlyList<ComparedRun> runs, CompareTerms options)
    {
        if (runs.Count is < 2 or > CompareDocument.MostRuns)
        {
            throw ResearchErrors.WrongRunCount(runs.Count, CompareDocument.MostRuns);
        }

        (this.runs, this.options) = (runs, options);
        clock = Periods.Clock(runs);
        start = Periods.Common(runs).From;
        contenders = [.. runs.Select(run => Contender.Of(run, clock, start))];
    }

    public CompareDocument Document()
    {
        var split = Split.Of(clock, start, options);
        var odds = Odds();
        var (market, name) = Market();
        return new CompareDocument
        {
            Title = FormattableString.Invariant($"{runs.Count} runs compared"),
            Clock = clock,
            Start = start,
            Split = split,
            Contenders = contenders,
            Figures = Figures.Of(contenders, clock, split, odds, options),
            Odds = odds,
            Notes = [.. Notes(odds).Distinct()],
            Noise = odds.Best is { } best ? NoiseBand.Of(contenders[best.Column].Returns, odds.Trials, Variance(odds), clock.PerYear) : null,
            Front = FrontPoint.Of([.. contenders.Select(one => (one.Key, one.Metric("maxDrawdown"), one.Metric("totalReturn"), one.Metric("complexity")))]),
            Spread = TrialSpread.Of(contenders.Select(contender => contender.Returns), clock.PerYear),
            Correlations = Correlations.Of([.. contenders.Select(contender => contender.Returns)]),
            Overlaps = Overlaps.Of(contenders),
            Regimes = market is null ? [] : Compare.Regimes.Of(market, clock, start, contenders),
            Market = name,
            Changes = [.. Enumerable.Range(1, contenders.Count - 1).Select(other => ScriptChange.Of(contenders, other))],
            Lineage = options.Lineage,
            Modes = ModePair.Of(contenders),
            Failures = [],
        };
    }

    internal static double? Variance(LuckReport odds) => odds.Effective.FirstOrDefault(each => each.Key == "raw")?.Variance.Value;

    LuckReport Odds() => LuckReport.Of(
        new ReturnsMatrix([.. contenders.Select(contender => contender.Key)], [.. contenders.Select(contender => contender.Returns)], clock.PerYear),
        new LuckOptions { Trials = Math.Max(options.TrialsInFamily ?? 0, contenders.Count), TrialSharpes = clock.Name == "day" ? options.TrialSharpes : null, Seed = options.Seed });

    (EquityLine? Line, string Name) Market() => options.Market is { } market ? (market, options.MarketName)
        : runs[0].Report.Curves.Charts is [var chart, ..] ? (new EquityLine([.. chart.Times.Select(time => time * UtcNanos.Millisecond)], chart.Close), chart.Symbol)
        : (null, "");

    string Sources() => options.TrialsBySource.Count == 0 ? ""
        : $" ({string.Join(", ", options.TrialsBySource.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => FormattableString.Invariant($"{each.Key} {each.Value:N0}")))})";

    IReadOnlyList<string> Notes(LuckReport odds) =>
    [
        options.TrialsInFamily is { } trials
            ? FormattableString.Invariant($"The odds are those of the best of these {runs.Count} runs among {trials:N0} trials of their family, as the ledger counts them{Sources()}.")
            : FormattableString.Invariant($"No search stands behind these runs: the odds count these {runs.Count} and nothing else. Whatever was tried besides makes luck likelier."),
        .. odds.Warnings,
        .. clock.Ends.Count < 2 ? ["These runs share no time: what needs common periods is left out."] : Array.Empty<string>(),
        .. runs.Select(run => run.Document.Equity.Currency).Distinct().Count() > 1 ? ["The accounts are in different currencies: amounts of money do not compare."] : Array.Empty<string>(),
    ];
}
