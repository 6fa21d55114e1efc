namespace Workbench.Simulators.Market;

/// <summary>
/// A small matching exchange, the market behind every simulated venue: quotes with sizes come from outside, orders of its accounts
/// meet them and each other by price and time. One lock; no clock, no dice and no thread of its own, so the same calls at the same
/// times have the same outcome. Subscribers are called in order and inside the lock: they may read, and must not ask for changes.
/// </summary>
public sealed partial class SimExchange
{
    readonly Lock gate = new();
    readonly TimeProvider time;
    readonly SimExchangeOptions options;
    readonly SortedDictionary<string, SimBook> books = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, SimAccount> accounts = new(StringComparer.Ordinal);
    readonly Dictionary<long, SimOrder> orders = [];
    readonly Queue<long> ended = new();
    readonly Queue<long> hit = new();
    readonly List<Action<SimEvent>> subscribers = [];
    long nextOrder;
    long nextTrade;
    long nextArrival = 1;
    bool isRaising;

    public SimExchange(TimeProvider time, IEnumerable<SimInstrument> instruments, SimExchangeOptions? options = null)
    {
        this.time = time;
        this.options = options ?? new SimExchangeOptions();
        nextOrder = this.options.FirstOrderId;
        nextTrade = this.options.FirstTradeId;
        foreach (var instrument in instruments)
        {
            books.Add(instrument.Symbol, new SimBook(instrument, this.options.Depth));
        }
    }

    public IReadOnlyList<SimInstrument> Instruments => Read(() => books.Values.Select(book => book.Instrument).ToList());

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Calls the subscriber with every event from now on, until what is returned is disposed.</summary>
    public IDisposable Subscribe(Action<SimEvent> subscriber)
    {
        lock (gate)
        {
            subscribers.Add(subscriber);
        }

        return new Subscription(this, subscriber);
    }

    /// <summary>Several questions to one and the same moment.</summary>
    public T Read<T>(Func<T> question)
    {
        lock (gate)
        {
            return question();
        }
    }

    /// <summary>Opens an account with what it has at first.</summary>
    /// <param name="name">Name by which tickets refer to it.</param>
    /// <param name="kind">How it keeps what it bought.</param>
    /// <param name="funds">Amount of each asset.</param>
    /// <param name="settle">Of a netting account: what profit and margin are counted in.</param>
    /// <param name="leverage">Of a netting account: notional per unit of margin.</param>
    public void OpenAccount(
        string name, SimAccountKind kind, IReadOnlyDictionary<string, decimal> funds, string settle = "", decimal leverage = 1) => Change(() =>
    {
        var account = new SimAccount(name, kind, settle, leverage);
        foreach (var (asset, amount) in funds)
        {
            account.Add(asset, amount);
        }

        accounts.Add(name, account);
        return true;
    });

    /// <summary>Pays in, or out where the amount is below zero.</summary>
    public void Deposit(string account, string asset, decimal amount) => Change(() =>
    {
        accounts[account].Add(asset, amount);
        Raise(new FundsMoved(Now, account, asset, amount, accounts[account].Total(asset)));
        return true;
    });

    /// <summary>Sets what others offer. Orders that the new prices reach are filled, triggers are set off.</summary>
    public void Quote(string symbol, decimal bid, decimal ask, decimal bidSize, decimal askSize) => Change(() =>
    {
        var book = books[symbol];
        book.SetLevels(bid, ask, bidSize, askSize);
        RaiseQuote(book);
        MeetQuote(book);
        PrintTheMove(book);
        LookAtTriggers(book);
        return true;
    });

    /// <summary>A trade between others, which may reach orders that wait at its price or beyond.</summary>
    public void Print(string symbol, decimal price, decimal qty, bool buyerIsMaker) => Change(() =>
    {
        RaisePrint(books[symbol], nextTrade++, price, qty, buyerIsMaker);
        MeetPrint(books[symbol], price, qty, buyerIsMaker ? SimSide.Buy : SimSide.Sell);
        return true;
    });

    /// <summary>An outsider takes so much of an order that waits, at its price: a fill at a moment of one's own choosing.</summary>
    /// <returns>The order after it; refused where it does not wait.</returns>
    public SimResult Hit(long orderId, decimal qty) => Change(() =>
    {
        if (orders.GetValueOrDefault(orderId) is not { IsResting: true } order || StillAllowed(order) is not (> 0 and var allowed))
        {
            return SimResult.Refused(SimRefusal.Ended, orders.GetValueOrDefault(orderId));
        }

        Fill(order, order.Price!.Value, Math.Min(allowed, qty), isMaker: true, nextTrade++);
        books[order.Symbol].Touched();
        RaiseQuote(books[order.Symbol]);
        return SimResult.Done(order);
    });

    /// <summary>Puts an order in. It may be filled, in part or whole, or have ended, when this returns.</summary>
    public SimResult Place(SimTicket ticket) => Change(() =>
    {
        var refusal = WhyNot(ticket);
        return refusal == SimRefusal.None ? SimResult.Done(Accept(ticket)) : SimResult.Refused(refusal);
    });

    /// <summary>Takes an open order back.</summary>
    public SimResult Cancel(string account, long orderId) => Change(() =>
    {
        var refusal = WhyNotOpen(account, orderId);
        return refusal == SimRefusal.None
            ? SimResult.Done(Finish(orders[orderId], SimOrderState.Canceled, SimEnd.Canceled))
            : SimResult.Refused(refusal, orders.GetValueOrDefault(orderId));
    });

    /// <summary>Changes an open order in place. A better price may be filled at once.</summary>
    public SimResult Amend(SimAmendment wanted) => Change(() =>
    {
        var refusal = WhyNotAmend(wanted);
        return refusal == SimRefusal.None
            ? SimResult.Done(Apply(wanted))
            : SimResult.Refused(refusal, orders.GetValueOrDefault(wanted.OrderId));
    });

    /// <summary>Ends the orders whose time is up. Every other change does so first; a venue calls this now and then.</summary>
    public void ExpireDue() => Change(() => true);

    public SimOrder? Find(long orderId) => Read(() => orders.GetValueOrDefault(orderId));

    /// <summary>Orders of an account, oldest first, ended ones among them.</summary>
    public IReadOnlyList<SimOrder> Orders(string account) =>
        Read(() => accounts[account].Orders.Where(orders.ContainsKey).Select(id => orders[id]).ToList());

    public IReadOnlyList<string> Accounts => Read(() => accounts.Keys.ToList());

    public IReadOnlyList<SimOrder> OpenOrders(string account) =>
        Read(() => OpenOf(account).OrderBy(order => order.Id).ToList());

    public IReadOnlyList<SimFill> Fills(string account) => Read(() => accounts[account].Fills.ToList());

    public IReadOnlyList<SimPosition> Positions(string account) => Read(() => accounts[account].Positions.ToList());

    public SimPosition Position(string account, string symbol) => Read(() => accounts[account].Position(symbol));

    public IReadOnlyList<SimBalance> Balances(string account) =>
        Read(() => accounts[account].Assets.Select(asset => BalanceOf(accounts[account], asset)).ToList());

    public SimBalance Balance(string account, string asset) => Read(() => BalanceOf(accounts[account], asset));

    /// <summary>Of a netting account: what it is worth and what of that its positions and orders bind.</summary>
    public SimMargin Margin(string account) => Read(() => MarginOf(accounts[account]));

    /// <summary>Amount of one asset in terms of another, by the middle of today's quotes.</summary>
    public decimal Convert(decimal amount, string from, string to) => Read(() => amount * Rate(from, to));

    public decimal Mid(string symbol) => Read(() => books[symbol].Mid);

    /// <summary>The book now, with the orders of our accounts in it.</summary>
    public SimDepth Depth(string symbol, int levels = int.MaxValue) => Read(() =>
    {
        var book = books[symbol];
        return new SimDepth(symbol, book.UpdateId, Merge(book, SimSide.Buy, levels), Merge(book, SimSide.Sell, levels), book.Last);
    });

    T Change<T>(Func<T> change)
    {
        lock (gate)
        {
            if (isRaising)
            {
                throw new InvalidOperationException("A subscriber must not change the exchange that calls it.");
            }

            EndTheDue();
            var outcome = change();
            WorkOffHits();
            return outcome is SimResult { Order: { } order } result ? (T)(object)(result with { Order = orders[order.Id] }) : outcome;
        }
    }

    void Raise(SimEvent happened)
    {
        isRaising = true;
        try
        {
            foreach (var subscriber in subscribers)
            {
                subscriber(happened);
            }
        }
        finally
        {
            isRaising = false;
        }
    }

    sealed class Subscription(SimExchange exchange, Action<SimEvent> subscriber) : IDisposable
    {
        public void Dispose()
        {
            lock (exchange.gate)
            {
                exchange.subscribers.Remove(subscriber);
            }
        }
    }
}
