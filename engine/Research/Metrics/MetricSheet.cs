using Catalog = Workbench.Research.MetricCatalog;

namespace Workbench.Research;

/// <summary>All metrics of one run, computed by the formulas of <see cref="MetricCatalog"/> and in its order.</summary>
static class MetricSheet
{
    public static IReadOnlyList<Metric> Of(MetricInput input) =>
        [.. ResultOf(input), .. Risk(input), .. RiskAdjusted(input), .. TradeSheet.Of(input), .. Costs(input), .. Exposure(input), .. Shape(input), .. Beside(input)];

    static IEnumerable<Metric> ResultOf(MetricInput input)
    {
        var (result, r) = (input.Result, input.Returns);
        return
        [
            Metric.OfMoney(Catalog.NetProfit, result.EndEquity - result.StartEquity),
            Metric.Of(Catalog.TotalReturn, TotalReturn(result)),
            Metric.Of(Catalog.MarketChange, result.Benchmarks.Count > 0 ? result.Benchmarks[0].Return : MetricValue.None("no tradable price was seen")),
            Metric.Of(Catalog.Cagr, Cagr(input)),
            Metric.Of(Catalog.Days, input.Days),
            Metric.Of(Catalog.BestDay, ReturnFormulas.Best(r)),
            Metric.Of(Catalog.WorstDay, ReturnFormulas.Worst(r)),
            Metric.Of(Catalog.WinDays, ReturnFormulas.WinDays(r)),
        ];
    }

    static IEnumerable<Metric> Risk(MetricInput input)
    {
        var r = input.Returns;
        var deepest = DrawdownFormulas.Worst(input.Drawdowns, 1);
        var none = MetricValue.None("equity never fell below a peak");
        return
        [
            Metric.Of(Catalog.MaxDrawdown, input.MaxDrawdown),
            Metric.OfMoney(Catalog.MaxDrawdownMoney, input.Result.MaxDrawdown.Money),
            Metric.Of(Catalog.MaxDrawdownDuration, deepest.Count == 0 ? none : Seconds(deepest[0].LengthNanos)),
            Metric.Of(Catalog.LongestDrawdown, deepest.Count == 0 ? none : Seconds(input.Drawdowns.Max(span => span.LengthNanos))),
            Metric.Of(Catalog.MarginCalls, input.Result.MarginCalls + input.Result.StopOuts),
            Metric.Of(Catalog.Volatility, ReturnFormulas.Volatility(r, input.PeriodsPerYear)),
            Metric.Of(Catalog.UlcerIndex, DrawdownFormulas.Ulcer(r)),
            Metric.Of(Catalog.ValueAtRisk, ReturnFormulas.ValueAtRisk(r)),
            Metric.Of(Catalog.ConditionalValueAtRisk, ReturnFormulas.ConditionalValueAtRisk(r)),
        ];
    }

    static IEnumerable<Metric> RiskAdjusted(MetricInput input)
    {
        var (result, r, periods) = (input.Result, input.Returns, input.PeriodsPerYear);
        return
        [
            Metric.Of(Catalog.Sharpe, ReturnFormulas.Sharpe(r, periods)),
            Metric.Of(Catalog.Sortino, ReturnFormulas.Sortino(r, periods)),
            Metric.Of(Catalog.Calmar, input.MaxDrawdown == 0d ? MetricValue.None("no drawdown") : Cagr(input).Then(cagr => cagr / input.MaxDrawdown)),
            Metric.Of(Catalog.ProbabilisticSharpe, SharpeOdds.Probabilistic(r, 0d)),
            Metric.Of(Catalog.DeflatedSharpe, SharpeOdds.Deflated(r, input.Tried)),
            Metric.Of(Catalog.MinimumTrackRecord, SharpeOdds.MinimumTrackRecord(r)),
            Metric.Of(Catalog.RecoveryFactor, result.MaxDrawdown.Money == 0m
                ? MetricValue.None("no drawdown") : (double)((result.EndEquity - result.StartEquity) / result.MaxDrawdown.Money)),
            Metric.Of(Catalog.UlcerPerformance, DrawdownFormulas.Ulcer(r).Then(ulcer =>
                ulcer == 0d ? MetricValue.None("no daily drawdown") : ReturnFormulas.Compounded(r) / ulcer)),
            Metric.Of(Catalog.Omega, ReturnFormulas.Omega(r)),
            Metric.Of(Catalog.GainToPain, ReturnFormulas.GainToPain(r)),
        ];
    }

    static IEnumerable<Metric> Costs(MetricInput input)
    {
        var (result, costs) = (input.Result, input.Result.Costs);
        var gross = result.EndEquity - result.StartEquity + costs.Total;
        return
        [
            Metric.OfMoney(Catalog.GrossProfit, gross),
            Metric.OfMoney(Catalog.Commission, costs.Commission),
            Metric.OfMoney(Catalog.Spread, costs.Spread),
            Metric.OfMoney(Catalog.Slippage, costs.Slippage),
            Metric.OfMoney(Catalog.Swap, costs.Swap),
            Metric.OfMoney(Catalog.Funding, costs.Funding),
            Metric.OfMoney(Catalog.Borrow, costs.Borrow),
            Metric.OfMoney(Catalog.TotalCosts, costs.Total),
            Metric.Of(Catalog.CostShare, gross > 0m ? (double)(costs.Total / gross) : MetricValue.None("no profit before costs")),
        ];
    }

    static IEnumerable<Metric> Exposure(MetricInput input) =>
    [
        Metric.Of(Catalog.TimeInMarket, input.Result.TimeInMarket),
        Metric.Of(Catalog.AverageLeverage, input.Result.AverageLeverage),
        Metric.Of(Catalog.NetLeverage, NetLeverage(input.Statistics)),
        Metric.Of(Catalog.MaxLeverage, input.Result.MaxLeverage),
    ];

    static IEnumerable<Metric> Shape(MetricInput input) =>
    [
        Metric.Of(Catalog.Skew, ReturnFormulas.Skew(input.Returns)),
        Metric.Of(Catalog.Kurtosis, ReturnFormulas.Kurtosis(input.Returns)),
        Metric.Of(Catalog.TailRatio, ReturnFormulas.TailRatio(input.Returns)),
    ];

    static IEnumerable<Metric> Beside(MetricInput input)
    {
        var r = input.Benchmark.Length == 0 ? [] : input.Returns;
        var (b, correlation) = (input.Benchmark, BenchmarkFormulas.Correlation(r, input.Benchmark));
        return
        [
            Metric.Of(Catalog.Alpha, BenchmarkFormulas.Alpha(r, b, input.PeriodsPerYear)),
            Metric.Of(Catalog.Beta, BenchmarkFormulas.Beta(r, b)),
            Metric.Of(Catalog.Correlation, correlation),
            Metric.Of(Catalog.RSquared, correlation.Then(value => value * value)),
            Metric.Of(Catalog.InformationRatio, BenchmarkFormulas.InformationRatio(r, b)),
            Metric.Of(Catalog.Treynor, BenchmarkFormulas.Beta(r, b).Then(beta =>
                beta == 0d ? MetricValue.None("beta is zero") : ReturnFormulas.Compounded(input.Returns) / beta)),
        ];
    }

    static MetricValue TotalReturn(RunResult result) =>
        result.StartEquity > 0m ? (double)(result.EndEquity / result.StartEquity) - 1d : MetricValue.None("no money at the start");

    static MetricValue Cagr(MetricInput input)
    {
        if (input.Days <= 0d)
        {
            return MetricValue.None("no time passed");
        }

        return input.Result.EndEquity <= 0m || input.Result.StartEquity <= 0m
            ? MetricValue.None("equity ended at or below zero")
            : Math.Pow((double)(input.Result.EndEquity / input.Result.StartEquity), 365.25 / input.Days) - 1d;
    }

    static MetricValue NetLeverage(RunStatistics statistics)
    {
        var (sum, count) = (0d, 0);
        for (var i = 0; i < statistics.Times.Length; i++)
        {
            if (statistics.EquityValues[i] > 0d)
            {
                sum += statistics.NetExposure[i] / statistics.EquityValues[i];
                count++;
            }
        }

        return count == 0 ? MetricValue.None("equity was never sampled above zero") : sum / count;
    }

    static MetricValue Seconds(long nanos) => nanos / (double)UtcNanos.Second;
}
