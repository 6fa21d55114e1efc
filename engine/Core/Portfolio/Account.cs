using System.Runtime.InteropServices;

namespace Workbench.Core;

/// <summary>
/// The account: its money, what its books hold, and what each fill and each charge did to both. Amounts that arise in another
/// currency are converted at the rate of that instant.
/// </summary>
sealed class Account
{
    readonly RunConfig config;
    readonly IRunSink sink;
    readonly CashBalances cash;
    readonly BookTotals[] books;
    readonly List<Market> held = [];

    public Account(RunConfig config, IRunSink sink)
    {
        this.config = config;
        this.sink = sink;
        cash = new CashBalances(config.Cash);
        books = [.. config.Books.Select(_ => new BookTotals())];
    }

    /// <summary>Money and realised profit less all that was charged, in account currency.</summary>
    public decimal Balance => cash.Total;

    /// <summary>Its money by currency.</summary>
    public CashBalances Cash => cash;

    /// <summary>What trading has cost so far.</summary>
    public CostTotals Costs { get; private set; }

    /// <summary>Dividends received less those paid.</summary>
    public decimal Dividends { get; private set; }

    /// <summary>Fills so far.</summary>
    public long Fills { get; private set; }

    /// <summary>Round trips closed so far.</summary>
    public long Trades { get; private set; }

    /// <summary>Markets in which some book has a position.</summary>
    public ReadOnlySpan<Market> Held => CollectionsMarshal.AsSpan(held);

    /// <summary>Balance plus what closing everything at the current bid and ask would bring.</summary>
    public decimal Equity
    {
        get
        {
            var equity = Balance;
            foreach (var market in held)
            {
                var profit = market.Unrealised;
                equity += market.Conversion.IsNone ? profit : profit * market.Conversion.Rate();
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
            var (absolute, signed) = market.Exposure;
            if (!market.Conversion.IsNone)
            {
                var rate = market.Conversion.Rate();
                (absolute, signed) = (absolute * rate, signed * rate);
            }

            gross += absolute;
            net += signed;
        }

        return (gross, net);
    }

    /// <summary>Puts money of another currency into the account, at the start.</summary>
    public void Deposit(decimal amount, string currency, Conversion conversion) => cash.Add(amount, currency, conversion);

    /// <summary>Books a fill: first against what its book holds on the other side, oldest first; what is left opens.</summary>
    public void Apply(Market market, Order order, in ExecutionReport report)
    {
        var fill = Booked(market, order, in report);
        Receive(market, -report.Commission, -fill.Costs.Commission);
        Costs = Costs.WithFill(fill.Costs);
        Fills++;
        var book = books[order.Book];
        book.Realised -= fill.Costs.Commission;
        book.Costs = book.Costs.WithFill(fill.Costs);
        book.Fills++;

        var (position, costs) = (market.Position, fill.Costs);
        if (config.Account.Mode == PositionMode.Netting || order.ReduceOnly || order.IsStopOut)
        {
            var against = position.Against(order.Book, order.Side);
            while (fill.Qty > 0m && !against.Opens(order.Side))
            {
                Close(market, against, ref fill);
            }
        }

        if (fill.Qty > 0m)
        {
            position.Along(order.Book, order.Side).Open(in fill);
        }

        Hold(market);
        sink.Fill(new Fill(
            report.TransactTime, order.ClientOrderId, market.Instrument, order.Side, order.Type, report.LastQty, report.LastPx,
            costs.Commission, costs.Spread, costs.Slippage, position.Qty, Equity, order.Tag, order.Book, report.AddedLiquidity));
    }

    /// <summary>Books what holding brought (positive) or cost, for each unit of every leg of one direction, lot by lot.</summary>
    /// <param name="market">What is held.</param>
    /// <param name="leg">Which leg of it.</param>
    /// <param name="kind">Why.</param>
    /// <param name="perUnit">Settlement currency for each unit, positive received.</param>
    /// <returns>The sum, in account currency.</returns>
    public decimal Carry(Market market, int leg, CashFlowKind kind, decimal perUnit)
    {
        decimal settled = 0m, sum = 0m;
        foreach (var lot in market.Position.Legs[leg].Lots)
        {
            var amount = Money.Booked(perUnit * lot.Qty);
            var converted = market.Conversion.Convert(amount);
            lot.Carry(CostsOf(kind, converted), kind == CashFlowKind.Dividend ? converted : 0m);
            settled += amount;
            sum += converted;
        }

        Receive(market, settled, sum);
        var book = books[market.Position.BookOf(leg)];
        book.Realised += sum;
        book.Costs += CostsOf(kind, sum);
        Costs += CostsOf(kind, sum);
        if (kind == CashFlowKind.Dividend)
        {
            book.Dividends += sum;
            Dividends += sum;
        }

        return sum;
    }

    /// <summary>Sells, or buys back, what a split has left of a leg that no order could trade: a trade without fill and commission.</summary>
    public void PayOut(Market market, int leg, decimal qty, long time)
    {
        var position = market.Position.Legs[leg];
        var isLong = position.Qty > 0m;
        var price = market.Instrument.FromRaw(isLong ? market.Bid : market.Ask);
        var exit = new Booking(time, isLong ? Side.Sell : Side.Buy, price, "split", ExitReason.Signal, market.Position.BookOf(leg))
        {
            Qty = qty, Value = market.Instrument.ValueOf(qty, price), UnitValue = UnitValue(market.Instrument, price),
        };
        while (exit.Qty > 0m)
        {
            Close(market, position, ref exit);
        }
    }

    /// <summary>Notes which markets are held, after something changed in one.</summary>
    public void Hold(Market market)
    {
        market.Refresh();
        if (!market.Position.IsOpen)
        {
            held.Remove(market);
        }
        else if (!held.Contains(market))
        {
            held.Add(market);
        }
    }

    /// <summary>Tells the sink what is still open, marked to market, and adds it to its book.</summary>
    /// <returns>What each script came to.</returns>
    public IReadOnlyList<BookResult> ReportOpen(long time)
    {
        var open = new decimal[books.Length];
        foreach (var market in held)
        {
            for (var leg = 0; leg < market.Position.Legs.Length; leg++)
            {
                open[market.Position.BookOf(leg)] += ReportOpen(market, leg, time);
            }
        }

        return [.. books.Select((book, i) => new BookResult(
            config.Books[i], book.Fills, book.Trades, book.Realised + open[i], book.Costs, book.Dividends))];
    }

    decimal ReportOpen(Market market, int leg, long time)
    {
        var position = market.Position.Legs[leg];
        var isLong = position.Qty > 0m;

        // In a netting account all books are marked at the account's side: what they come to is what the account comes to.
        var atAsk = config.Account.Mode == PositionMode.Netting ? market.Position.Direction < 0 : !isLong;
        var mark = market.Instrument.FromRaw(atAsk ? market.Ask : market.Bid);
        var sum = 0m;
        foreach (var lot in position.Lots)
        {
            var qty = lot.Qty;
            var share = lot.Take(qty);
            var pnl = market.Conversion.Convert(Pnl(market.Instrument, isLong, share.Value, market.Instrument.ValueOf(qty, mark)));
            sum += pnl;
            sink.Trade(new RoundTrip(
                market.Instrument, isLong ? Side.Buy : Side.Sell, qty, lot.Time, lot.Price, time, mark, pnl, share.Costs, lot.Tag, "", IsOpen: true)
            {
                Book = market.Position.BookOf(leg), ExitReason = ExitReason.Open, Dividends = share.Dividends,
            });
        }

        return sum;
    }

    /// <summary>Lets an exit take units off the oldest entry.</summary>
    void Close(Market market, Position position, ref Booking exit)
    {
        var isLong = position.Qty > 0m;
        var (entry, units, share) = position.CloseOldest(exit.Qty);
        var part = exit.Take(units);
        var settled = Pnl(market.Instrument, isLong, share.Value, part.Value);
        var pnl = market.Conversion.Convert(settled);
        Receive(market, settled, pnl);
        Trades++;
        books[exit.Book].Trades++;
        books[exit.Book].Realised += pnl;
        sink.Trade(new RoundTrip(
            market.Instrument, isLong ? Side.Buy : Side.Sell, units, entry.Time, entry.Price, exit.Time, exit.Price,
            pnl, share.Costs.WithFill(part.Costs), entry.Tag, exit.Tag, IsOpen: false)
        {
            Book = exit.Book, ExitReason = exit.Reason, Dividends = share.Dividends,
        });
    }

    /// <summary>Money comes in: into the account's own currency, or into that it arose in where the account keeps those.</summary>
    void Receive(Market market, decimal settled, decimal converted)
    {
        if (config.Account.KeepsCurrencies)
        {
            cash.Add(settled, market.Instrument.SettleCurrency, market.Conversion);
        }
        else
        {
            cash.Add(converted);
        }
    }

    static Booking Booked(Market market, Order order, in ExecutionReport report)
    {
        var conversion = market.Conversion;
        return new Booking(report.TransactTime, order.Side, report.LastPx, order.Tag, order.ExitReason, order.Book)
        {
            Qty = report.LastQty,
            Value = market.Instrument.ValueOf(report.LastQty, report.LastPx),
            UnitValue = UnitValue(market.Instrument, report.LastPx),
            Costs = new CostTotals(
                conversion.Convert(report.Commission), conversion.Convert(report.SpreadCost), conversion.Convert(report.SlippageCost), 0m),
        };
    }

    static decimal UnitValue(Instrument instrument, decimal price) => instrument.IsInverse ? 0m : price * instrument.ContractSize;

    /// <summary>A long position earns what it is worth more at its exit; an inverse contract is worth less base the higher its price.</summary>
    static decimal Pnl(Instrument instrument, bool isLong, decimal entry, decimal exit) => isLong != instrument.IsInverse ? exit - entry : entry - exit;

    static CostTotals CostsOf(CashFlowKind kind, decimal received) => kind switch
    {
        CashFlowKind.Swap => new CostTotals(0m, 0m, 0m, -received),
        CashFlowKind.Funding => new CostTotals(0m, 0m, 0m, 0m, -received),
        CashFlowKind.Borrow => new CostTotals(0m, 0m, 0m, 0m, 0m, -received),
        _ => default,
    };
}
