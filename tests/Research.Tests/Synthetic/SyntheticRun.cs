using Workbench.Core;
using Workbench.Research;

namespace Workbench.Research.Tests;

/// <summary>A run as an engine would tell it, made from seeded dice: a price that wanders, a position that turns now and then.</summary>
sealed class SyntheticRun
{
    public static Instrument Gold { get; } = new()
    {
        Symbol = "XAUUSD", Venue = "sim", AssetClass = AssetClass.Cfd, BaseCurrency = "XAU", QuoteCurrency = "USD", PriceScale = 2,
    };

    readonly SeededRandom dice;
    readonly RunStatistics statistics = new();
    readonly Instrument instrument;
    readonly int turnEvery;
    decimal equity = 100_000m;
    decimal peak = 100_000m;
    Drawdown deepest;
    CostTotals costs;
    long trades;

    SyntheticRun(long seed, int turnEvery, Instrument instrument) => (dice, this.turnEvery, this.instrument) = (new SeededRandom(seed), turnEvery, instrument);

    public static readonly long Start = UtcNanos.From(new DateTime(2024, 1, 1, 23, 0, 0, DateTimeKind.Utc));

    /// <summary>Tags of entries and exits in turn.</summary>
    public string[] Tags { get; init; } = ["cross", "stop", "session-end"];

    /// <param name="seed">Seed of the dice.</param>
    /// <param name="candles">Hour candles of the run.</param>
    /// <param name="turnEvery">Candles between two changes of the position, on average.</param>
    public static RunReport Make(long seed, int candles, int turnEvery, Func<RunIdentity, RunIdentity>? with = null, string[]? tags = null, Instrument? instrument = null)
    {
        var run = new SyntheticRun(seed, turnEvery, instrument ?? Gold) { Tags = tags ?? ["cross", "stop", "session-end"] };
        var result = run.Play(candles);
        var identity = Identity(result);
        return RunReport.From(run.statistics, result, Config, with?.Invoke(identity) ?? identity, new RunTimings(0.04, 0.03, 0.05, 0.2, 0, 0.25));
    }

    public static RunConfig Config { get; } = new()
    {
        Currency = "USD",
        Range = new TimeRange(Start, Start + 365 * UtcNanos.Day),
        Commission = new CommissionSchedule { Rate = 0.00002m },
    };

    /// <summary>The document of a run that told only what is in <paramref name="statistics"/>.</summary>
    public static RunDocument Finish(RunStatistics statistics, long end)
    {
        var result = new SyntheticRun(1, 0, Gold).Result(1, end, 1m, 1m);
        return RunReport.From(statistics, result, Config, Identity(result), default).Document;
    }

    public static RunIdentity Identity(RunResult result) => new()
    {
        RunId = "20240102-sma-cross-7f3a",
        CreatedNanos = Start + 400 * UtcNanos.Day,
        StrategyFile = "strategies/sma-cross.csx",
        StrategySha256 = new string('a', 64),
        EngineVersion = "0.1.0",
        Parameters = [RunParameter.Of("fast", 10), RunParameter.Of("slow", 30), RunParameter.Of("qty", 20m), RunParameter.Of("timeframe", "1h")],
        Data = [new DataIdentity("XAUUSD", "ticks", Start, result.LastEvent, result.Events, new string('b', 64), "SYNTHETIC", 0)],
        Command = "./run.sh backtest strategies/sma-cross.csx --data XAUUSD:ticks --set timeframe=1h",
    };

    RunResult Play(int candles)
    {
        var (price, time, first) = (2_000.00m, Start, 2_000.00m);
        var (position, entryPrice, entryTime, fast, slow) = (20m, price, time, (double)price, (double)price);
        for (var i = 0; i < candles; i++)
        {
            var open = time;
            time += UtcNanos.Hour;
            var (opened, high, low) = (price, price, price);
            for (var step = 0; step < 4; step++)
            {
                price = Math.Max(100m, price + Math.Round((decimal)((dice.NextDouble() + dice.NextDouble() - 0.998) * 4), 2));
                (high, low) = (Math.Max(high, price), Math.Min(low, price));
            }

            equity += position * (price - opened);
            fast += ((double)price - fast) / 10;
            slow += ((double)price - slow) / 30;
            statistics.Chart(Candle(open, time, opened, high, low, price), [i < 10 ? double.NaN : fast, i < 30 ? double.NaN : slow]);
            Mark(time, position, price);
            if (time % UtcNanos.Day == 22 * UtcNanos.Hour)
            {
                statistics.Day(Point(time, position, price));
                // The market sleeps from Friday 22:00 to Sunday 22:00.
                time += UtcNanos.ToDateTime(time).DayOfWeek == DayOfWeek.Friday ? 2 * UtcNanos.Day : 0;
            }

            if (turnEvery > 0 && dice.Next(turnEvery) == 0)
            {
                Close(position, entryTime, entryPrice, time, price);
                (position, entryTime, entryPrice) = (-position, time, price);
            }
        }

        if (turnEvery > 0)
        {
            statistics.Trade(Trip(position, entryTime, entryPrice, time, price, isOpen: true));
        }

        return Result(candles, time, first, price);
    }

    Bar Candle(long open, long close, decimal first, decimal high, decimal low, decimal last) => new()
    {
        Instrument = instrument, Spec = Bars.Hours(1), PriceScale = 2, OpenNanos = open, CloseNanos = close,
        OpenRaw = instrument.ToRaw(first), HighRaw = instrument.ToRaw(high), LowRaw = instrument.ToRaw(low), CloseRaw = instrument.ToRaw(last),
    };

    void Mark(long time, decimal position, decimal price)
    {
        peak = Math.Max(peak, equity);
        if (peak - equity > deepest.Money)
        {
            deepest = new Drawdown(peak - equity, (double)((peak - equity) / peak), Start, time);
        }

        statistics.Equity(Point(time, position, price));
    }

    EquityPoint Point(long time, decimal position, decimal price) => new(time, equity, Math.Abs(position * price), position * price);

    void Close(decimal position, long entryTime, decimal entryPrice, long time, decimal price)
    {
        var trip = Trip(position, entryTime, entryPrice, time, price, isOpen: false);
        trades++;
        equity -= trip.Costs.Commission;
        costs = costs with { Commission = costs.Commission + trip.Costs.Commission, Spread = costs.Spread + trip.Costs.Spread };
        statistics.Trade(trip);
    }

    RoundTrip Trip(decimal position, long entryTime, decimal entryPrice, long time, decimal price, bool isOpen) => new(
        instrument, position > 0 ? Side.Buy : Side.Sell, Math.Abs(position), entryTime, entryPrice, time, price,
        position * (price - entryPrice), new CostTotals(1.60m, 6m, 0m, 0m), Tags[0], Tags[dice.Next(Tags.Length)], isOpen);

    RunResult Result(int candles, long time, decimal first, decimal last) => new()
    {
        EventLogHash = "4f1d0c7be2a94c55a0b1b6f6f8b6c9a4d1c4e2f7a0b9c8d7e6f5a4b3c2d1e0f9",
        Events = candles * 700L,
        FirstEvent = Start,
        LastEvent = time,
        IsPartial = false,
        Orders = new OrderCounts(trades + 1, trades + 1, 0, 0, 0, 0),
        Fills = turnEvery > 0 ? trades + 1 : 0,
        Trades = trades,
        StartEquity = 100_000m,
        EndEquity = equity,
        MinEquity = equity < 100_000m ? equity : 100_000m,
        MaxEquity = peak,
        MaxDrawdown = deepest,
        Costs = costs,
        TimeInMarket = 0.98,
        AverageLeverage = 0.4,
        MaxLeverage = 0.61,
        Benchmarks = [new BenchmarkPrices(instrument, first, last)],
        ChartIndicators = new Dictionary<string, IReadOnlyList<string>> { [instrument.Symbol] = ["SMA(10)", "SMA(30)"] },
        EquityStepNanos = UtcNanos.Hour,
    };
}
