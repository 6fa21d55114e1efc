namespace Workbench.Simulators.Oanda;

/// <summary>What moves the balance without an order: a day's financing, and the end of an account that has too little left.</summary>
public sealed partial class OandaAccount
{
    const decimal DaysOfYear = 365m;

    void ChargeFinancing()
    {
        var positions = books.Open.ToList().GroupBy(trade => trade.Instrument).Select(Financing).Where(each => each.Financing != 0).ToList();
        if (positions.Count > 0)
        {
            log.Add(new FinancingTransaction
            {
                Financing = positions.Sum(each => each.Financing).Money(),
                AccountBalance = books.Balance.Money(),
                PositionFinancings = positions,
            });
        }
    }

    PositionFinancing Financing(IGrouping<string, OandaTrade> trades)
    {
        var shares = trades.Select(trade => new OpenTradeFinancing(trade.ID, DailyFinancing(trade))).ToList();
        foreach (var (trade, share) in trades.Zip(shares))
        {
            books.Pay(trade.Instrument, trade.IsLong, new SideTotals(Financing: share.Financing));
            books.Put(trade with { Financing = (trade.Financing + share.Financing).Money() });
        }

        return new PositionFinancing(trades.Key, shares.Sum(share => share.Financing).Money(), shares);
    }

    decimal DailyFinancing(OandaTrade trade)
    {
        var instrument = prices.Instrument(trade.Instrument)!;
        var rate = trade.IsLong ? instrument.LongRate : instrument.ShortRate;
        return (valuation.Value(trade.Instrument, trade.CurrentUnits) * rate / DaysOfYear).Money();
    }

    void WatchMargin()
    {
        var state = valuation.State();
        if (state.MarginCloseoutPercent >= 1)
        {
            CloseAll();
        }
        else if (state.MarginCallPercent >= 1 != books.MarginCallEntered is not null)
        {
            log.Begin(null);
            var entry = log.Add(new AccountTransaction { Kind = state.MarginCallPercent >= 1 ? "MARGIN_CALL_ENTER" : "MARGIN_CALL_EXIT" });
            books.MarginCallEntered = state.MarginCallPercent >= 1 ? entry.Time : null;
        }
    }

    void CloseAll()
    {
        foreach (var trades in books.Open.GroupBy(trade => (trade.Instrument, trade.IsLong)).ToList())
        {
            log.Begin(null);
            Work(file.Place(new OrderDraft(OandaOrderType.Market, new OrderTerms
            {
                Instrument = trades.Key.Instrument, Units = -trades.Sum(trade => trade.CurrentUnits), TimeInForce = OandaTimeInForce.Ioc,
                PositionFill = PositionFill.ReduceOnly, MarginCloseout = new Closeout { Reason = "MARGIN_CHECK_VIOLATION" },
            }), "MARGIN_CLOSEOUT").Order);
        }
    }
}
