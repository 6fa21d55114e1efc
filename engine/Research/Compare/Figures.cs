using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>The rows of the table: both parts of the time, and differences from the first.</summary>
static class Figures
{
    public static IReadOnlyList<ComparedFigures> Of(IReadOnlyList<Contender> contenders, PeriodClock clock, Split split, LuckReport odds, CompareTerms options)
    {
        var pairs = Pairs(contenders, clock, odds, options);
        return [.. contenders.Select((contender, at) => Of(contender, at, clock, split, odds, pairs))];
    }

    static ComparedFigures Of(Contender contender, int at, PeriodClock clock, Split split, LuckReport odds, PairedBootstrap? pairs)
    {
        var returns = contender.Returns.AsSpan();
        var cut = Math.Min(split.Periods, returns.Length);
        return new ComparedFigures(
            returns.Length < 2 ? contender.Alone : PhaseFigures.Of(returns, clock.PerYear), PhaseFigures.Of(returns[..cut], clock.PerYear), PhaseFigures.Of(returns[cut..], clock.PerYear),
            contender.Metrics.TryGetValue("survival", out var survival) ? survival : MetricValue.None("no adversarial tapes were run: ./run.sh stress"),
            Difference(at, pairs, (all, one, other) => all.Sharpe(one, other)), Difference(at, pairs, (all, one, other) => all.Mean(one, other)),
            odds.Variants.FirstOrDefault(variant => variant.Name == contender.Key)?.BeatsLuck);
    }

    static Difference Difference(int at, PairedBootstrap? pairs, Func<PairedBootstrap, int, int, Difference> between) =>
        at == 0 ? Compare.Difference.None("it is the one that the others are measured by")
        : pairs is null ? Compare.Difference.None("too few periods that all share")
        : between(pairs, at, 0);

    /// <summary>Blocks are as long as the report on luck draws them, so that both speak of one dependence.</summary>
    static PairedBootstrap? Pairs(IReadOnlyList<Contender> contenders, PeriodClock clock, LuckReport odds, CompareTerms options) =>
        contenders.Count < 2 || clock.Ends.Count < 10 || contenders.Any(contender => contender.Returns.Length != clock.Ends.Count) ? null
        : new PairedBootstrap([.. contenders.Select(contender => contender.Returns)], clock.PerYear, odds.Block.Value ?? 1d, options.Resamples, options.Seed);
}
