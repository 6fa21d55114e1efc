using Workbench.Research.Search;

namespace Workbench.Research.Tests;

/// <summary>A search as a sweep would leave it, made from seeded dice: a hill in two of three axes under much noise, some variants that failed.</summary>
static class SyntheticSearch
{
    static readonly long Start = UtcNanos.From(new DateTime(2023, 1, 1, 22, 0, 0, DateTimeKind.Utc));

    /// <param name="seed">Seed of the dice.</param>
    /// <param name="variants">How many variants.</param>
    /// <param name="days">Periods of each.</param>
    /// <param name="edge">Sharpe ratio per day on top of the hill.</param>
    /// <param name="failEvery">Each so-manieth fails, stops or never trades; 0 for none.</param>
    public static SearchDocument Make(long seed, int variants, int days = 504, double edge = 0.08, int failEvery = 23)
    {
        var dice = new SeededRandom(seed);
        var market = Enumerable.Range(0, days).Select(_ => Normal(dice)).ToArray();
        var ranked = Enumerable.Range(0, variants).Select(at => Variant(dice, at, market, edge, failEvery)).ToList();
        return new SearchDocument
        {
            Id = FormattableString.Invariant($"20240102-sweep-{seed}"),
            Method = "grid",
            Script = new ScriptIdentity("sma-cross", "strategies/sma-cross.csx", new string('a', 64), []),
            Data = [new DataIdentity("EURUSD", "ticks", Start, Start + days * UtcNanos.Day, 1_000_000, new string('b', 64), "SYNTHETIC", 0)],
            Axes = ["fast=5..50:5", "slow=20..200:20", "timeframe=5m,15m,1h"],
            Objective = "sharpe",
            Seed = seed,
            Clock = new PeriodClock([.. Enumerable.Range(1, days).Select(day => Start + day * UtcNanos.Day)], "day", 252),
            Variants =
            [
                .. ranked.OrderByDescending(variant => variant.Objective.Value.HasValue).ThenBy(variant => variant.Result.State == VariantState.Failed)
                    .ThenByDescending(variant => variant.Objective.Value).ThenBy(variant => variant.Result.Key, StringComparer.Ordinal),
            ],
            TrialsInFamily = variants + 35,
            TrialsBySource = new Dictionary<string, long> { ["hand"] = 4, ["notebook"] = 31, ["sweep"] = variants },
            Warnings = ["SYNTHETIC data: made by a generator, never traded."],
        };
    }

    static RankedVariant Variant(SeededRandom dice, int at, double[] market, double edge, int failEvery)
    {
        var (fast, slow, frame) = (5 + at % 10 * 5, 20 + at / 10 % 10 * 20, at / 100 % 3);
        string[] settings = [FormattableString.Invariant($"fast={fast}"), FormattableString.Invariant($"slow={slow}"), $"timeframe={new[] { "5m", "15m", "1h" }[frame]}", .. at >= 300 ? [FormattableString.Invariant($"draw={at / 300}")] : Array.Empty<string>()];
        var hill = edge * Math.Exp(-Math.Pow((fast - 20) / 12d, 2) - Math.Pow((slow - 100) / 50d, 2));
        double[] returns = [.. market.Select(move => 0.006 * (hill + 0.45 * move + 0.89 * Normal(dice)))];
        return failEvery > 0 && at % failEvery == failEvery - 1 ? Failed(settings, at / failEvery) : Finished(settings, returns, fast);
    }

    static RankedVariant Finished(string[] settings, double[] returns, int fast)
    {
        var sharpe = ReturnFormulas.Sharpe(returns, 252);
        var (end, trades) = (100_000m * (decimal)(1d + ReturnFormulas.Compounded(returns)), 4_000 / fast);
        return new RankedVariant(
            new VariantResult
            {
                Key = string.Join(' ', settings), Settings = settings, State = VariantState.Finished, EventLogHash = Hash(settings), BehaviourHash = Hash(settings),
                Fills = 2 * trades, Trades = trades, EquityStart = 100_000m, EquityEnd = end, Returns = returns,
                Metrics = new Dictionary<string, MetricValue>
                {
                    ["sharpe"] = sharpe, ["totalReturn"] = ReturnFormulas.Compounded(returns), ["maxDrawdown"] = Fall(returns), ["trades"] = trades, ["profitFactor"] = MetricValue.None("no losing trade"),
                    ["netProfit"] = (double)(end - 100_000m), ["grossProfit"] = (double)(end - 100_000m) + 5d * trades, ["commission"] = 2d * trades, ["spread"] = 3d * trades, ["slippage"] = 0d, ["totalCosts"] = 5d * trades,
                    ["costShare"] = 5d * trades / Math.Max(1d, (double)(end - 100_000m) + 5d * trades),
                },
            },
            sharpe);
    }

    static RankedVariant Failed(string[] settings, int kind)
    {
        var reason = (kind % 3) switch
        {
            0 => FormattableString.Invariant($"WB3021 the script threw in OnBar at sma-cross.csx:{20 + kind}: index out of range"),
            1 => FormattableString.Invariant($"stopped: equity fell by {30 + kind % 7} % of its peak"),
            _ => "never traded",
        };
        var state = (kind % 3) switch { 0 => VariantState.Failed, 1 => VariantState.Stopped, _ => VariantState.Finished };
        return new RankedVariant(new VariantResult { Key = string.Join(' ', settings), Settings = settings, State = state, Reason = state == VariantState.Finished ? null : reason }, MetricValue.None(reason));
    }

    static string Hash(string[] settings) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(string.Join(' ', settings))));

    static double Fall(double[] returns)
    {
        var (worth, peak, deepest) = (1d, 1d, 0d);
        foreach (var value in returns)
        {
            worth *= 1d + value;
            peak = Math.Max(peak, worth);
            deepest = Math.Max(deepest, 1d - worth / peak);
        }

        return deepest;
    }

    static double Normal(SeededRandom dice) => Math.Sqrt(-2d * Math.Log(1d - dice.NextDouble())) * Math.Cos(2d * Math.PI * dice.NextDouble());
}
