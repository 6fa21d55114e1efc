using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>Results by what the market was like: how much it moved, and which way.</summary>
static class Regimes
{
    /// <summary>Periods that are looked back over to tell the mood.</summary>
    public const int Look = 20;

    /// <summary>A stretch moved one way when its sum is above that share of what a walk of its volatility would come to.</summary>
    const double Trending = 0.5;

    static readonly string[] Volatilities = ["calm", "usual", "wild"];
    static readonly string[] Trends = ["falling", "flat", "rising"];

    /// <summary>Thirds of volatility, then trends; empty where the market is not known in enough periods.</summary>
    public static IReadOnlyList<Regime> Of(EquityLine market, PeriodClock clock, long start, IReadOnlyList<Contender> contenders)
    {
        var moves = Periods.Returns(market, clock, start);
        if (moves.Length < 3 * Look || moves.All(move => move == 0d))
        {
            return [];
        }

        var volatilities = Enumerable.Range(Look - 1, moves.Length - Look + 1).Select(at => Moments.Deviation(moves.AsSpan(at - Look + 1, Look))).ToArray();
        var sorted = volatilities.Order().ToArray();
        var (calm, wild) = (Moments.Quantile(sorted, 1d / 3), Moments.Quantile(sorted, 2d / 3));
        var byVolatility = volatilities.Select(value => value <= calm ? 0 : value <= wild ? 1 : 2).ToArray();
        var byTrend = volatilities.Select((value, at) => Trend(moves.AsSpan(at, Look), value)).ToArray();
        return
        [
            .. Volatilities.Select((name, at) => Part("volatility", name, byVolatility, at, contenders, clock)),
            .. Trends.Select((name, at) => Part("trend", name, byTrend, at, contenders, clock)),
        ];
    }

    static int Trend(ReadOnlySpan<double> moves, double volatility)
    {
        var sum = Moments.Sum(moves);
        var usual = Trending * volatility * Math.Sqrt(moves.Length);
        return sum > usual ? 2 : sum < -usual ? 0 : 1;
    }

    static Regime Part(string kind, string name, int[] moods, int mood, IReadOnlyList<Contender> contenders, PeriodClock clock) => new(
        kind, name, moods.Count(each => each == mood),
        [.. contenders.Select(contender => PhaseFigures.Of([.. contender.Returns.Skip(Look - 1).Where((_, at) => moods[at] == mood)], clock.PerYear))]);
}
