using System.Runtime.InteropServices;

namespace Workbench.Research;

/// <summary>
/// Listens to a run and keeps what its report is made of; what grows with the run is kept as bare numbers. One object serves one run:
/// hand it to the engine as (one of) its sinks, then to <see cref="RunReport.From"/>.
/// </summary>
/// <param name="figuresOnly">Keeps what <see cref="RunReport.MetricsOf"/> asks for and no more: no rows of trades, no candles, no gross exposure. Default false.</param>
/// <param name="points">Samples of equity to make room for at once. Default 0.</param>
public sealed class RunStatistics(bool figuresOnly = false, int points = 0) : IRunSink
{
    /// <summary>Most rows of the trade table; beyond it the trades with the largest profit or loss are shown.</summary>
    public const int MostRows = 1_000;

    /// <summary>Most reasons of refusal that are told apart.</summary>
    const int MostReasons = 100;

    readonly List<long> times = new(points);
    readonly List<double> equity = new(points);
    readonly List<double> gross = [];
    readonly List<double> net = new(points);
    readonly List<CandleTape> candles = [];
    readonly Dictionary<string, long> refusals = new(StringComparer.Ordinal);

    /// <summary>Samples of equity so far.</summary>
    public int Points => times.Count;

    internal TradeLedger Ledger { get; } = new(figuresOnly ? 0 : MostRows);

    internal List<EquityPoint> Days { get; } = [];

    /// <summary>Last candle close of the first instrument at the end of each day; NaN before its first candle.</summary>
    internal List<double> BenchmarkDays { get; } = [];

    internal IReadOnlyList<CandleTape> Candles => candles;

    internal IReadOnlyDictionary<string, long> Refusals => refusals;

    internal long PartiallyFilled { get; private set; }

    internal ReadOnlySpan<long> Times => CollectionsMarshal.AsSpan(times);

    internal ReadOnlySpan<double> EquityValues => CollectionsMarshal.AsSpan(equity);

    internal ReadOnlySpan<double> GrossExposure => CollectionsMarshal.AsSpan(gross);

    internal ReadOnlySpan<double> NetExposure => CollectionsMarshal.AsSpan(net);

    public void Order(Order order)
    {
        PartiallyFilled += order.CumQty > 0m && order.CumQty < order.OrderQty ? 1 : 0;
        if (order.Status == OrdStatus.Rejected)
        {
            var reason = order.Text.Length > 0 ? order.Text : order.RejectReason.ToString();
            reason = refusals.Count < MostReasons || refusals.ContainsKey(reason) ? reason : "(other reasons)";
            refusals[reason] = refusals.GetValueOrDefault(reason) + 1;
        }
    }

    /// <summary>Nothing: the result counts fills, and trades carry their prices.</summary>
    public void Fill(in Fill fill)
    {
    }

    public void Trade(in RoundTrip trade) => Ledger.Add(trade);

    public void Equity(in EquityPoint point)
    {
        if (times.Count > 0 && point.Time <= times[^1])
        {
            return;
        }

        times.Add(point.Time);
        equity.Add((double)point.Equity);
        net.Add((double)point.NetExposure);
        if (!figuresOnly)
        {
            gross.Add((double)point.GrossExposure);
        }
    }

    public void Day(in EquityPoint close)
    {
        Days.Add(close);
        BenchmarkDays.Add(candles.Count > 0 ? candles[0].LastClose : double.NaN);
        Equity(close);
    }

    public void Chart(in Bar candle, ReadOnlySpan<double> indicators)
    {
        var tape = TapeOf(candle.Instrument, indicators.Length);
        if (figuresOnly)
        {
            tape.Pass(in candle);
        }
        else
        {
            tape.Add(candle, indicators);
        }
    }

    /// <summary>Nothing: the journal is the engine's and the disk's.</summary>
    public void Journal(ReadOnlySpan<byte> block)
    {
    }

    CandleTape TapeOf(Instrument instrument, int indicators)
    {
        foreach (var tape in candles)
        {
            if (ReferenceEquals(tape.Instrument, instrument))
            {
                return tape;
            }
        }

        candles.Add(new CandleTape(instrument, indicators));
        return candles[^1];
    }
}
