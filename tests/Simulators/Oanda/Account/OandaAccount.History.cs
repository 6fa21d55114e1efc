namespace Workbench.Simulators.Oanda;

/// <summary>What happened: the log in pages, in ranges, and as what it changed.</summary>
public sealed partial class OandaAccount
{
    internal OandaAnswer Transaction(long id) => Read(() => log.Since(id - 1).FirstOrDefault(entry => entry.ID == id) is { } entry
        ? Told("transaction", entry) : OandaAnswer.Error(404, "The transaction ID specified does not exist", "NO_SUCH_TRANSACTION"));

    /// <summary>Those newer than an id.</summary>
    internal OandaAnswer Since(long id, Func<Transaction, bool> isWanted) => Read(() =>
        IsOutside(id) ? OutOfRange() : Told("transactions", log.Since(id).Where(isWanted).Take(MostTransactions).ToList<object>()));

    /// <summary>Both ends are part of it.</summary>
    internal OandaAnswer Range(long from, long to, Func<Transaction, bool> isWanted) => Read(() =>
        from > to || IsOutside(from) || IsOutside(to) ? OutOfRange()
            : Told("transactions", log.Since(from - 1).TakeWhile(entry => entry.ID <= to).Where(isWanted).Take(MostTransactions).ToList<object>()));

    /// <summary>Addresses of ranges that hold the transactions of a time.</summary>
    internal OandaAnswer Pages(OandaTime? from, OandaTime? to, int size, string host) => Read(() =>
    {
        var (begin, end) = (from ?? books.Created, to ?? now());
        var found = log.Entries.Where(entry => entry.Time >= begin && entry.Time <= end).Select(entry => entry.ID).ToList();
        var pages = found.Chunk(Math.Clamp(size, 1, MostTransactions))
            .Select(page => $"{host}/v3/accounts/{options.AccountID}/transactions/idrange?from={page[0]}&to={page[^1]}");
        return OandaAnswer.Ok(("from", begin), ("to", end), ("pageSize", size), ("count", found.Count), ("pages", pages.ToList()),
            ("lastTransactionID", log.LastID));
    });

    /// <summary>What changed since a transaction, and what of the account moves with prices.</summary>
    internal OandaAnswer Changes(long since) => Read(() => IsOutside(since) ? OutOfRange()
        : OandaAnswer.Ok(("changes", ChangedBy(log.Since(since).ToList())), ("state", PriceDependent()), ("lastTransactionID", log.LastID)));

    object ChangedBy(IReadOnlyList<Transaction> entries)
    {
        var fills = entries.OfType<FillTransaction>().ToList();
        var created = entries.OfType<OrderTransaction>().Where(entry => entry.RejectReason is null).Select(entry => entry.ID);
        var cancelled = entries.OfType<CancelTransaction>().Where(entry => entry.RejectReason is null).Select(entry => entry.OrderID!.Value);
        return new
        {
            OrdersCreated = Orders(created),
            OrdersCancelled = Orders(cancelled),
            OrdersFilled = Orders(fills.Select(fill => fill.OrderID)),
            OrdersTriggered = Array.Empty<OandaOrder>(),
            TradesOpened = Trades(fills.Select(fill => fill.TradeOpened?.TradeID)),
            TradesReduced = Trades(fills.Select(fill => fill.TradeReduced?.TradeID)),
            TradesClosed = Trades(fills.SelectMany(fill => fill.TradesClosed ?? []).Select(closed => (long?)closed.TradeID)),
            Positions = fills.Select(fill => fill.Instrument).Distinct().Select(Position).ToList(),
            Transactions = entries.ToList<object>(),
        };
    }

    object PriceDependent() => new ChangesState
    {
        State = valuation.State(),
        Orders = books.Pending.Select(order => new { order.ID, order.TrailingStopValue }).ToList<object>(),
        Trades = books.Open.Select(Valued).Select(trade => new { trade.ID, trade.UnrealizedPL, trade.MarginUsed }).ToList<object>(),
        Positions = books.Open.Select(trade => trade.Instrument).Distinct().Select(Position).Select(each => new
        {
            each.Instrument, NetUnrealizedPL = each.UnrealizedPL, LongUnrealizedPL = each.Long.UnrealizedPL,
            ShortUnrealizedPL = each.Short.UnrealizedPL, each.MarginUsed,
        }).ToList<object>(),
    };

    List<OandaOrder> Orders(IEnumerable<long> ids) => ids.Where(books.Orders.ContainsKey).Select(id => books.Orders[id]).ToList();

    List<TradeSummary> Trades(IEnumerable<long?> ids) => 
        ids.OfType<long>().Distinct().Where(books.Trades.ContainsKey).Select(id => Brief(books.Trades[id])).ToList();

    bool IsOutside(long id) => id < log.FirstID - 1 || id > log.LastID;

    static OandaAnswer OutOfRange() => OandaAnswer.Error(416, "The transaction ID range specified is invalid", "INVALID_RANGE");
}
