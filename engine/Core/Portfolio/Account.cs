using System.Runtime.InteropServices;

namespace Workbench.Core;

/// <summary>The account: its balance, what it holds, and what each fill did to both. One currency; foreign profits are converted when they arise.</summary>
sealed class Account(decimal cash, IRunSink sink)
{
    readonly List<Market> held = [];

    /// <summary>Cash plus realised profit minus commission, in account currency.</summary>
    public decimal Balance { get; private set; } = cash;

    /// <summary>What trading has cost so far.</summary>
    public CostTotals Costs { get; private set; }

    /// <summary>Fills so far.</summary>
    public long Fills { get; private set; }

    /// <summary>Round trips closed so far.</summary>
    public long Trades { get; private set; }

    /// <summary>Markets with a position open.</summary>
    public ReadOnlySpan<Market> Held => CollectionsMarshal.AsSpan(held);

    /// <summary>Balance plus what closing everything at the current bid and ask would bring.</summary>
    public decimal Equity
    {
        get
        {
            var equity = Balance;
            foreach (var market in held)
            {
                equity += Unrealised(market);
            }

            return equity;
        }
    }

    /// <summary>Sums of absolute and of signed position values, in account currency.</summary>
    public (decimal Gross, decimal Net) Exposure()
    {
        decimal gross = 0m, net = 0m;
        foreach (var market in held)
        {
            var value = market.Position.Qty * market.Instrument.FromRaw(market.MarkRaw) * market.Instrument.ContractSize * market.Conversion.Rate();
            gross += Math.Abs(value);
            net += value;
        }

        return (gross, net);
    }

    /// <summary>Books a fill.</summary>
    public void Apply(Market market, Order order, in ExecutionReport report)
    {
        var rate = market.Conversion.Rate();
        var costs = new CostTotals(report.Commission * rate, report.SpreadCost * rate, report.SlippageCost * rate, 0m);
        Balance -= costs.Commission;
        Costs = new CostTotals(
            Costs.Commission + costs.Commission, Costs.Spread + costs.Spread, Costs.Slippage + costs.Slippage, Costs.Swap);
        Fills++;

        var position = market.Position;
        var lot = new Lot(report.TransactTime, report.LastPx, order.Tag, report.LastQty, costs);
        while (lot.Qty > 0m && !position.Opens(order.Side))
        {
            Close(market, lot, rate);
        }

        if (lot.Qty > 0m)
        {
            position.Open(order.Side, lot);
        }

        Hold(market);
        sink.Fill(new Fill(
            report.TransactTime, order.ClientOrderId, market.Instrument, order.Side, order.Type, report.LastQty, report.LastPx,
            costs.Commission, costs.Spread, costs.Slippage, position.Qty, Equity, order.Tag));
    }

    /// <summary>Tells the sink what is still open, marked to market.</summary>
    public void ReportOpen(long time)
    {
        foreach (var market in held)
        {
            var isLong = market.Position.Qty > 0m;
            var mark = market.Instrument.FromRaw(market.MarkRaw);
            var rate = market.Conversion.Rate();
            foreach (var lot in market.Position.Lots)
            {
                var qty = lot.Qty;
                var entry = lot.Take(qty);
                sink.Trade(new RoundTrip(
                    market.Instrument, isLong ? Side.Buy : Side.Sell, qty, lot.Time, lot.Price, time, mark,
                    Pnl(market, isLong ? qty : -qty, lot.Price, mark) * rate, entry.Commission, entry.Spread, entry.Slippage, lot.Tag, "", IsOpen: true));
            }
        }
    }

    /// <summary>Lets an exit take units off the oldest entry.</summary>
    void Close(Market market, Lot exit, decimal rate)
    {
        var isLong = market.Position.Qty > 0m;
        var (entry, units, entryCosts) = market.Position.CloseOldest(exit.Qty);
        var exitCosts = exit.Take(units);
        var pnl = Pnl(market, isLong ? units : -units, entry.Price, exit.Price) * rate;
        Balance += pnl;
        Trades++;
        sink.Trade(new RoundTrip(
            market.Instrument, isLong ? Side.Buy : Side.Sell, units, entry.Time, entry.Price, exit.Time, exit.Price,
            pnl, entryCosts.Commission + exitCosts.Commission, entryCosts.Spread + exitCosts.Spread,
            entryCosts.Slippage + exitCosts.Slippage, entry.Tag, exit.Tag, IsOpen: false));
    }

    void Hold(Market market)
    {
        if (market.Position.Qty == 0m)
        {
            held.Remove(market);
        }
        else if (!held.Contains(market))
        {
            held.Add(market);
        }
    }

    static decimal Pnl(Market market, decimal signedQty, decimal entry, decimal exit) =>
        signedQty * (exit - entry) * market.Instrument.ContractSize;

    static decimal Unrealised(Market market)
    {
        var position = market.Position;
        var inQuote = (position.Qty * market.Instrument.FromRaw(market.MarkRaw) - position.Cost) * market.Instrument.ContractSize;
        return market.Conversion.IsNone ? inQuote : inQuote * market.Conversion.Rate();
    }
}
