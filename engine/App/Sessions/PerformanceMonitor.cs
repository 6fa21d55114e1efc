using System.Diagnostics.Metrics;
using System.Text.Json;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What a running session earns, hour by hour and signal by signal, against what its backtest promised; also published for whoever
/// collects metrics. A session that goes on after a break has it all again, since its past is replayed.
/// </summary>
sealed class PerformanceMonitor : IRunSink, IDisposable
{
    const int HoursKept = 24 * 31;

    readonly Lock gate = new();
    readonly Meter meter;
    readonly SortedDictionary<long, Tally> hours = [];
    readonly SortedDictionary<string, Tally> signals = new(StringComparer.Ordinal);
    readonly Tally all = new();
    readonly Counter<long> fills;
    readonly Counter<long> orders;
    readonly Histogram<double> held;
    readonly Expectation? expected;
    double equity;

    /// <summary>Watches one session.</summary>
    /// <param name="session">Its name, which the published figures carry.</param>
    /// <param name="expected">What its backtest came to; null where none was named.</param>
    public PerformanceMonitor(string session, Expectation? expected)
    {
        this.expected = expected;
        meter = new Meter("Workbench.Session", null, [new KeyValuePair<string, object?>("session", session)]);
        fills = meter.CreateCounter<long>("workbench.session.fills", null, "fills booked");
        orders = meter.CreateCounter<long>("workbench.session.orders", null, "orders that ended");
        held = meter.CreateHistogram<double>("workbench.session.held", "s", "how long positions were held");
        meter.CreateObservableGauge("workbench.session.equity", () => Volatile.Read(ref equity), null, "worth of the account");
        meter.CreateObservableGauge("workbench.session.realised", () => Look(static tally => (double)tally.Profit), null, "profit of closed trades");
        meter.CreateObservableGauge("workbench.session.winrate", () => Look(static tally => tally.WinRate), null, "share of closed trades that won");
    }

    public void Dispose() => meter.Dispose();

    public void Order(Order order) => orders.Add(1, new KeyValuePair<string, object?>("status", order.Status.ToString()));

    public void Fill(in Fill fill) => fills.Add(1);

    public void Trade(in RoundTrip trade)
    {
        if (trade.IsOpen)
        {
            return;
        }

        held.Record(trade.HeldNanos / (double)UtcNanos.Second);
        lock (gate)
        {
            all.Add(in trade);
            Of(hours, UtcNanos.Floor(trade.ExitTime, UtcNanos.Hour)).Add(in trade);
            Of(signals, trade.EntryTag).Add(in trade);
            if (hours.Count > HoursKept)
            {
                hours.Remove(hours.Keys.First());
            }
        }
    }

    public void Equity(in EquityPoint point) => Volatile.Write(ref equity, (double)point.Equity);

    public void Day(in EquityPoint close)
    {
    }

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
    }

    public void Journal(ReadOnlySpan<byte> block)
    {
    }

    /// <summary>Writes all of it as one object.</summary>
    public void Write(Utf8JsonWriter json)
    {
        lock (gate)
        {
            json.WriteStartObject();
            Figures(json, all);
            json.WriteNumber("hourlySharpe", Math.Round(HourlySharpe(), 4));
            if (expected is { } promise)
            {
                json.WriteStartObject("expected");
                json.WriteString("run", promise.Run);
                json.WriteNumber("winRate", Math.Round(promise.WinRate, 4));
                json.WriteNumber("profitPerTrade", Math.Round(promise.ProfitPerTrade, 4));
                json.WriteNumber("winRateStandardErrorsOff", Math.Round(promise.StandardErrorsOff(all.WinRate, all.Trades), 2));
                json.WriteEndObject();
            }

            json.WriteStartObject("signals");
            foreach (var (signal, tally) in signals)
            {
                json.WriteStartObject(signal.Length == 0 ? "(none)" : signal);
                Figures(json, tally);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteStartObject("hours");
            foreach (var (hour, tally) in hours)
            {
                json.WriteStartObject(UtcNanos.ToIso(hour));
                Figures(json, tally);
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    /// <summary>Mean over standard deviation of what each hour that closed a trade brought; 0 below two such hours.</summary>
    double HourlySharpe()
    {
        List<double> profits = [.. hours.Values.Select(static tally => (double)tally.Profit)];
        if (profits.Count < 2)
        {
            return 0d;
        }

        var mean = profits.Average();
        var deviation = Math.Sqrt(profits.Sum(profit => (profit - mean) * (profit - mean)) / (profits.Count - 1));
        return deviation == 0d ? 0d : mean / deviation;
    }

    static void Figures(Utf8JsonWriter json, Tally tally)
    {
        json.WriteNumber("trades", tally.Trades);
        json.WriteNumber("winRate", Math.Round(tally.WinRate, 4));
        json.WriteString("profit", tally.Profit.ToString("0.########", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("heldSecondsMean", Math.Round(tally.HeldSecondsMean, 3));
    }

    static Tally Of<TKey>(SortedDictionary<TKey, Tally> tallies, TKey key)
        where TKey : notnull
    {
        if (!tallies.TryGetValue(key, out var tally))
        {
            tallies[key] = tally = new Tally();
        }

        return tally;
    }

    double Look(Func<Tally, double> figure)
    {
        lock (gate)
        {
            return figure(all);
        }
    }

    /// <summary>Closed trades of an hour, a signal, or all.</summary>
    sealed class Tally
    {
        long wins;
        double heldSeconds;

        public long Trades { get; private set; }

        public decimal Profit { get; private set; }

        public double WinRate => Trades == 0 ? 0d : (double)wins / Trades;

        public double HeldSecondsMean => Trades == 0 ? 0d : heldSeconds / Trades;

        public void Add(in RoundTrip trade)
        {
            Trades++;
            wins += trade.NetPnl > 0m ? 1 : 0;
            Profit += trade.NetPnl;
            heldSeconds += trade.HeldNanos / (double)UtcNanos.Second;
        }
    }
}
