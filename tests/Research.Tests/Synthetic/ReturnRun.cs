using Workbench.Core;

namespace Workbench.Research.Tests;

/// <summary>
/// A run whose daily returns are given, so that its report can be compared with what another tool says of the same returns. Each day is also
/// one trade that earned the return in money: trade formulas meet the same numbers.
/// </summary>
sealed class ReturnRun
{
    static readonly Instrument Share = new()
    {
        Symbol = "SHARE", AssetClass = AssetClass.Equity, BaseCurrency = "SHARE", QuoteCurrency = "USD", PriceScale = 9,
    };

    public static RunReport Make(IReadOnlyList<DateTime> dates, IReadOnlyList<double> returns, IReadOnlyList<double>? benchmark = null, Instrument? what = null)
    {
        var instrument = what ?? Share;
        var statistics = new RunStatistics();
        var (equity, price) = (100_000d, 1_000d);
        var first = UtcNanos.From(dates[0]);
        var time = first;
        for (var i = 0; i < returns.Count; i++)
        {
            time = UtcNanos.From(dates[i]) + 21 * UtcNanos.Hour;
            equity *= 1 + returns[i];
            if (benchmark is not null)
            {
                price *= 1 + benchmark[i];
                statistics.Chart(Flat(instrument, time, price), []);
            }

            statistics.Day(new EquityPoint(time, (decimal)equity, 0m, 0m));
            statistics.Trade(new RoundTrip(instrument, Side.Buy, 1m, time - UtcNanos.Hour, 1m, time, 1m, (decimal)returns[i], default, "in", "out", false));
        }

        var result = Result(instrument, first, time, (decimal)equity, returns.Count, (decimal)price);
        return RunReport.From(statistics, result, SyntheticRun.Config, SyntheticRun.Identity(result), default);
    }

    static Bar Flat(Instrument instrument, long close, double price)
    {
        var raw = instrument.ToRaw(instrument.RoundToTick(price));
        return new Bar
        {
            Instrument = instrument, Spec = Bars.Days(), PriceScale = 9, OpenNanos = close - UtcNanos.Hour, CloseNanos = close,
            OpenRaw = raw, HighRaw = raw, LowRaw = raw, CloseRaw = raw,
        };
    }

    static RunResult Result(Instrument instrument, long first, long last, decimal equity, int trades, decimal price) => new()
    {
        EventLogHash = new string('0', 64),
        Events = trades,
        FirstEvent = first,
        LastEvent = last,
        IsPartial = false,
        Orders = new OrderCounts(trades, trades, 0, 0, 0, 0),
        Fills = trades,
        Trades = trades,
        StartEquity = 100_000m,
        EndEquity = equity,
        MinEquity = 0m,
        MaxEquity = 0m,
        MaxDrawdown = default,
        Costs = default,
        TimeInMarket = 1,
        AverageLeverage = 1,
        MaxLeverage = 1,
        Benchmarks = [new BenchmarkPrices(instrument, 1_000m, price)],
        ChartIndicators = new Dictionary<string, IReadOnlyList<string>>(),
        EquityStepNanos = UtcNanos.Day,
    };
}
