namespace Workbench.Simulators.Oanda;

/// <summary>What a fill does: to trades, to money, and to the orders that hang on a trade or come with it.</summary>
sealed class FillBooking(
    OandaOptions options, OandaPrices prices, OandaBooks books, TransactionLog log, OandaValuation valuation, OrderFile file)
{
    public FillTransaction Book(OandaOrder order, OandaInstrument instrument, OandaPrice price, FillPlan plan, decimal at)
    {
        var commission = Commission(instrument, plan.Units);
        foreach (var (trade, units) in plan.Closes)
        {
            books.Pay(instrument.Name, trade.IsLong, new SideTotals(PL: prices.Realized(trade, units, at)));
        }

        books.Pay(instrument.Name, plan.Units > 0, new SideTotals(Commission: commission));
        var fill = log.Add(Describe(order, instrument, price, plan, at, commission));
        books.LastFill = fill.Time;
        foreach (var close in plan.Closes)
        {
            Reduce(close, at, instrument, fill);
        }

        books.Put(order with
        {
            State = OandaOrderState.Filled, FillingTransactionID = fill.ID, FilledTime = fill.Time, TradeOpenedID = fill.TradeOpened?.TradeID,
            TradeReducedID = fill.TradeReduced?.TradeID, TradeClosedIDs = fill.TradesClosed?.Select(closed => closed.TradeID).ToList(),
        });
        EndWithTheirTrades(plan, fill);
        Open(order, instrument, fill);
        return fill;
    }

    FillTransaction Describe(OandaOrder order, OandaInstrument instrument, OandaPrice price, FillPlan plan, decimal at, decimal commission)
    {
        var parts = plan.Closes.Select(close => (close.Trade, Part: Part(close, at, price, instrument))).ToList();
        var closed = parts.Where(each => each.Trade.CurrentUnits == -each.Part.Units).Select(each => each.Part).ToList();
        return new FillTransaction
        {
            OrderID = order.ID,
            ClientOrderID = order.Terms.ClientExtensions?.ID,
            Instrument = instrument.Name,
            Units = instrument.Units(plan.Units),
            RequestedUnits = instrument.Units(books.UnitsOf(order)),
            GainQuoteHomeConversionFactor = prices.GainFactor(instrument.Quote).Scaled(8),
            LossQuoteHomeConversionFactor = prices.LossFactor(instrument.Quote).Scaled(8),
            Price = options.TellsDeprecatedPrice ? at : null,
            FullVWAP = at,
            FullPrice = price,
            Reason = Reason(order),
            PL = parts.Sum(each => each.Part.RealizedPL).Money(),
            QuotePL = plan.Closes.Sum(close => (at - close.Trade.Price) * -close.Units),
            Financing = 0m.Money(),
            Commission = commission,
            AccountBalance = books.Balance.Money(),
            HalfSpreadCost = HalfSpread(plan.Units, price, instrument),
            TradeOpened = plan.Opens == 0 ? null : new TradeOpen
            {
                TradeID = log.NextID,
                Units = instrument.Units(plan.Opens),
                Price = at,
                HalfSpreadCost = HalfSpread(plan.Opens, price, instrument),
                InitialMarginRequired = valuation.Margin(instrument.Name, plan.Opens).Money(),
                ClientExtensions = order.Terms.TradeClientExtensions,
            },
            TradesClosed = closed.Count == 0 ? null : closed,
            TradeReduced = parts.Select(each => each.Part).FirstOrDefault(part => !closed.Contains(part)),
        };
    }

    TradeReduce Part((OandaTrade Trade, decimal Units) close, decimal at, OandaPrice price, OandaInstrument instrument) => new()
    {
        TradeID = close.Trade.ID,
        ClientTradeID = close.Trade.ClientExtensions?.ID,
        Units = instrument.Units(close.Units),
        Price = at,
        RealizedPL = prices.Realized(close.Trade, close.Units, at),
        Financing = 0m.Money(),
        HalfSpreadCost = HalfSpread(close.Units, price, instrument),
    };

    decimal HalfSpread(decimal units, OandaPrice price, OandaInstrument instrument) =>
        (Math.Abs(units) * (price.Ask - price.Bid) / 2 * prices.Home(instrument.Quote)).Money();

    static decimal Commission(OandaInstrument instrument, decimal units) => instrument.Commission is not { } rule ? 0m.Money()
        : Math.Max(rule.MinimumCommission, Math.Abs(units) * rule.Commission / rule.UnitsTraded).Money();

    void Reduce((OandaTrade Trade, decimal Units) close, decimal at, OandaInstrument instrument, FillTransaction fill)
    {
        var trade = close.Trade;
        var left = instrument.Units(trade.CurrentUnits + close.Units);
        var closedBefore = trade.InitialUnits - trade.CurrentUnits;
        var average = ((trade.AverageClosePrice ?? 0) * closedBefore + at * -close.Units) / (closedBefore - close.Units);
        books.Put(trade with
        {
            CurrentUnits = left,
            RealizedPL = (trade.RealizedPL + prices.Realized(close.Trade, close.Units, at)).Money(),
            AverageClosePrice = instrument.Price(average),
            ClosingTransactionIDs = [.. trade.ClosingTransactionIDs ?? [], fill.ID],
            CloseTime = left == 0 ? fill.Time : null,
        });
    }

    void EndWithTheirTrades(FillPlan plan, FillTransaction fill)
    {
        var ended = plan.Closes.Select(close => books.Trades[close.Trade.ID]).Where(trade => !trade.IsOpen);
        foreach (var order in ended.SelectMany(books.PendingOf).ToList())
        {
            file.Cancel(order, "LINKED_TRADE_CLOSED", closing: fill);
        }
    }

    void Open(OandaOrder order, OandaInstrument instrument, FillTransaction fill)
    {
        if (fill.TradeOpened is not { } opened)
        {
            return;
        }

        var trade = new OandaTrade
        {
            ID = opened.TradeID, Instrument = instrument.Name, Price = opened.Price, OpenTime = fill.Time, InitialUnits = opened.Units,
            InitialMarginRequired = opened.InitialMarginRequired, CurrentUnits = opened.Units, RealizedPL = 0m.Money(), Financing = 0m.Money(),
            ClientExtensions = opened.ClientExtensions,
        };
        books.Put(trade);
        Attach(trade, OandaOrderType.TakeProfit, order.Terms.TakeProfitOnFill, fill);
        Attach(trade, OandaOrderType.StopLoss, order.Terms.StopLossOnFill, fill);
        Attach(trade, OandaOrderType.TrailingStopLoss, order.Terms.TrailingStopLossOnFill, fill);
    }

    void Attach(OandaTrade trade, OandaOrderType type, OnFill? wanted, FillTransaction fill)
    {
        if (wanted is null)
        {
            return;
        }

        var order = file.Place(OrderDraft.At(trade, type, wanted), "ON_FILL", fillID: fill.ID).Order;
        books.Put(Trigger.Trail(order, !trade.IsLong, prices[trade.Instrument]!));
    }

    static string Reason(OandaOrder order) => OrderTransaction.Spell(order.Type)
        + (order.Terms.TradeClose is not null ? "_TRADE_CLOSE"
            : (order.Terms.LongPositionCloseout ?? order.Terms.ShortPositionCloseout) is not null ? "_POSITION_CLOSEOUT"
            : order.Terms.MarginCloseout is not null ? "_MARGIN_CLOSEOUT" : "");
}
