using System.Runtime.InteropServices;

namespace Workbench.Research;

/// <summary>A finished run, ready to be shown and kept: the numbers and the curves.</summary>
public sealed record RunReport(RunDocument Document, RunCurves Curves)
{
    /// <summary>Computes all figures of a run from what its listener kept.</summary>
    public static RunReport From(RunStatistics statistics, RunResult result, RunConfig config, RunIdentity identity, RunTimings timings)
    {
        var (times, equity) = EquitySeries(statistics, result);
        var input = InputOf(statistics, result, times, equity, identity.Tried);
        var document = new RunDocument
        {
            Identity = identity,
            Config = config,
            Timings = timings,
            EventLogHash = result.EventLogHash,
            Events = result.Events,
            Covered = new TimeRange(result.FirstEvent, result.LastEvent),
            IsPartial = result.IsPartial,
            Orders = result.Orders,
            Fills = result.Fills,
            Trades = result.Trades,
            Equity = new EquitySummary(result.StartEquity, result.EndEquity, result.MinEquity, result.MaxEquity, config.Currency, result.MaxDrawdown),
            Costs = result.Costs,
            PeriodsPerYear = input.PeriodsPerYear,
            Benchmarks = [.. result.Benchmarks.Select(line =>
                new BenchmarkLine(line.Instrument.Symbol, line.First, line.Last, double.IsFinite(line.Return) ? line.Return : null))],
            Metrics = MetricSheet.Of(input),
            Dividends = result.Dividends,
            Account = new AccountSummary(result.MarginCalls, result.StopOuts, result.ClosedTime, result.Owed),
            Scripts = result.Books,
            Models = ModelTexts.Of(config),
            Tables = Tables(statistics, result, config, input.Drawdowns),
            Warnings = [],
        };
        return new RunReport(document with { Warnings = [.. Verdict.Warnings(document), .. identity.Warnings] }, CurvesOf(statistics, result, times, equity));
    }

    /// <summary>Returns per day, which are there before any figure is made of them.</summary>
    public static double[] DailyReturns(RunStatistics statistics, RunResult result) => CalendarReturns.Daily(result.StartEquity, statistics.Days);

    /// <summary>Computes the figures alone, where a thousand runs want no curves and no tables.</summary>
    public static IReadOnlyList<Metric> MetricsOf(RunStatistics statistics, RunResult result, VariantsTried tried)
    {
        var (times, equity) = EquitySeries(statistics, result);
        return MetricSheet.Of(InputOf(statistics, result, times, equity, tried));
    }

    static MetricInput InputOf(RunStatistics statistics, RunResult result, List<long> times, List<double> equity, VariantsTried tried) => new()
    {
        Result = result,
        Statistics = statistics,
        Returns = CalendarReturns.Daily(result.StartEquity, statistics.Days),
        Benchmark = BenchmarkReturns(statistics, result),
        Drawdowns = DrawdownFormulas.Find(CollectionsMarshal.AsSpan(times), CollectionsMarshal.AsSpan(equity)),
        PeriodsPerYear = PeriodsPerYear(result.Benchmarks),
        Tried = tried,
    };

    static RunTables Tables(RunStatistics statistics, RunResult result, RunConfig config, List<DrawdownSpan> drawdowns)
    {
        var ledger = statistics.Ledger;
        return new RunTables
        {
            Monthly = CalendarReturns.Monthly(result.StartEquity, statistics.Days),
            Yearly = CalendarReturns.Yearly(result.StartEquity, statistics.Days),
            Drawdowns = DrawdownFormulas.Worst(drawdowns, 5),
            BySide = ledger.By(key => key.Side == Side.Buy ? "long" : "short"),
            ByScript = ledger.By(key => config.Books[key.Book]),
            ByInstrument = ledger.By(key => key.Instrument.Symbol),
            ByEntryTag = ledger.By(key => key.EntryTag),
            ByExitTag = ledger.By(key => key.ExitTag),
            ByExitReason = ledger.By(key => JsonOut.Camel(key.ExitReason)),
            ByMix = ledger.By(key => key.EntryTag == key.ExitTag ? key.EntryTag : key.EntryTag + " → " + key.ExitTag),
            OpenTrades = ledger.Open,
            Refusals = new SortedDictionary<string, long>(statistics.Refusals.ToDictionary(), StringComparer.Ordinal),
            PartiallyFilled = statistics.PartiallyFilled,
        };
    }

    static RunCurves CurvesOf(RunStatistics statistics, RunResult result, List<long> times, List<double> equity)
    {
        var (symbol, benchmark) = BenchmarkCurve(statistics, result);
        var (edges, counts) = ProfitHistogram.Of(statistics.Ledger.SortedNets);
        return new RunCurves
        {
            Equity = Curve.Thin(CollectionsMarshal.AsSpan(times), CollectionsMarshal.AsSpan(equity)),
            Benchmark = benchmark,
            BenchmarkSymbol = symbol,
            GrossLeverage = Curve.Thin(statistics.Times, OverEquity(statistics.GrossExposure, statistics.EquityValues)),
            NetLeverage = Curve.Thin(statistics.Times, OverEquity(statistics.NetExposure, statistics.EquityValues)),
            Charts = [.. statistics.Candles.Select(tape => CandleChart.From(tape, result.ChartIndicators.GetValueOrDefault(tape.Instrument.Symbol, [])))],
            Trades = statistics.Ledger.Largest,
            ProfitEdges = edges,
            ProfitCounts = counts,
        };
    }

    /// <summary>Sampled equity between the money at the start and the worth at the end.</summary>
    static (List<long> Times, List<double> Equity) EquitySeries(RunStatistics statistics, RunResult result)
    {
        var times = new List<long>(statistics.Times.Length + 2) { result.FirstEvent };
        var equity = new List<double>(statistics.Times.Length + 2) { (double)result.StartEquity };
        for (var i = 0; i < statistics.Times.Length; i++)
        {
            if (statistics.Times[i] > times[^1])
            {
                times.Add(statistics.Times[i]);
                equity.Add(statistics.EquityValues[i]);
            }
        }

        if (result.LastEvent > times[^1])
        {
            times.Add(result.LastEvent);
            equity.Add((double)result.EndEquity);
        }

        return (times, equity);
    }

    static (string Symbol, Curve Curve) BenchmarkCurve(RunStatistics statistics, RunResult result)
    {
        if (BenchmarkTape(statistics, result) is not { } tape)
        {
            return ("", Curve.Empty);
        }

        var scale = (double)(result.StartEquity / result.Benchmarks[0].First);
        return (tape.Instrument.Symbol, Curve.Thin([.. tape.CloseTime], [.. tape.Close.Select(close => close * scale)]));
    }

    /// <summary>Daily returns of buying and holding; empty unless its price is known at the end of every day.</summary>
    static double[] BenchmarkReturns(RunStatistics statistics, RunResult result)
    {
        if (BenchmarkTape(statistics, result) is null || statistics.BenchmarkDays.Any(double.IsNaN))
        {
            return [];
        }

        var before = (double)result.Benchmarks[0].First;
        var returns = new List<double>();
        foreach (var price in statistics.BenchmarkDays)
        {
            returns.Add(price / before - 1d);
            before = price;
        }

        // Daily returns on equity end where equity is gone; the benchmark's end with them.
        return [.. returns.Take(CalendarReturns.Daily(result.StartEquity, statistics.Days).Length)];
    }

    static CandleTape? BenchmarkTape(RunStatistics statistics, RunResult result) =>
        statistics.Candles.Count > 0 && result.Benchmarks.Count > 0 && result.Benchmarks[0].First != 0m
            && ReferenceEquals(statistics.Candles[0].Instrument, result.Benchmarks[0].Instrument)
            ? statistics.Candles[0]
            : null;

    static double[] OverEquity(ReadOnlySpan<double> exposure, ReadOnlySpan<double> equity)
    {
        var leverage = new double[exposure.Length];
        for (var i = 0; i < leverage.Length; i++)
        {
            leverage[i] = equity[i] > 0d ? exposure[i] / equity[i] : double.NaN;
        }

        return leverage;
    }

    static int PeriodsPerYear(IReadOnlyList<BenchmarkPrices> traded) =>
        traded.Count > 0 && traded.All(line => line.Instrument.AssetClass == AssetClass.Crypto) ? 365 : 252;
}
