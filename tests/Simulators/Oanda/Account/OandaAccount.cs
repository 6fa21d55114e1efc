using System.Threading.Channels;

namespace Workbench.Simulators.Oanda;

/// <summary>
/// The account and the venue's way with it. One lock: each request, each price and each look at the clock is a change of its own,
/// and whoever reads sees the account between two of them.
/// </summary>
public sealed partial class OandaAccount
{
    readonly Lock gate = new();
    readonly OandaOptions options;
    readonly Func<OandaTime> now;
    readonly Faults faults;
    readonly OandaPrices prices;
    readonly OandaBooks books;
    readonly TransactionLog log;
    readonly OandaValuation valuation;
    readonly OrderFile file;
    readonly OandaFills fills;
    readonly OrderRules rules;
    readonly Dictionary<long, OandaTime> hiddenUntil = [];
    OandaTime nextClose;

    public OandaAccount(OandaOptions options, TimeProvider clock, Faults faults)
    {
        (this.options, this.faults) = (options, faults);
        now = () => OandaTime.From(clock.GetUtcNow());
        prices = new OandaPrices(options);
        books = new OandaBooks(options.Balance, now());
        log = new TransactionLog(options.AccountID, options.FirstTransactionID, now);
        valuation = new OandaValuation(options, prices, books);
        file = new OrderFile(prices, books, log);
        fills = new OandaFills(options, prices, books, valuation, new FillBooking(options, prices, books, log, valuation, file));
        rules = new OrderRules(options, prices, books, now);
        nextClose = NewYork.NextClose(now());
        log.Add(new AccountTransaction { Kind = "CREATE", HomeCurrency = options.Currency });
    }

    public long LastTransactionID => Read(() => log.LastID);

    public OandaTime Now => now();

    /// <summary>The last price of an instrument; null where it has none yet.</summary>
    public OandaPrice? Price(string instrument) => Read(() => prices[instrument]);

    /// <summary>The market moved: trailing stops follow, orders that it reached are filled, margin is looked at.</summary>
    public void OnPrice(OandaPrice price) => Change(null, () =>
    {
        prices.Set(price);
        foreach (var id in books.Pending.Where(order => books.InstrumentOf(order) == price.Instrument).Select(order => order.ID).ToList())
        {
            Wake(id);
        }

        WatchMargin();
        return true;
    });

    /// <summary>Stops trading in an instrument, or lets it go on.</summary>
    public void Halt(string instrument, bool isHalted = true)
    {
        if (Price(instrument) is { } price)
        {
            OnPrice(price with { Time = now(), Tradeable = !isHalted });
        }
    }

    /// <summary>Money comes in, or goes out where it is below zero.</summary>
    public void Transfer(decimal amount) => Change(null, () =>
    {
        books.Transfer(amount);
        return log.Add(new AccountTransaction
        {
            Kind = "TRANSFER_FUNDS", Amount = amount.Money(), FundingReason = "CLIENT_FUNDING", AccountBalance = books.Balance.Money(),
        });
    });

    /// <summary>Lets the clock do what is due: orders whose time is up, the financing of a day that ended.</summary>
    public void LookAtClock() => Change(null, () => true);

    internal Channel<Transaction> Listen() => Read(log.Listen);

    internal bool Leave(Channel<Transaction> reader) => Read(() => log.Leave(reader));

    internal Heartbeat Beat(bool withID) => Read(() => new Heartbeat(now(), withID ? log.LastID : null));

    T Read<T>(Func<T> question)
    {
        lock (gate)
        {
            return question();
        }
    }

    T Change<T>(string? requestID, Func<T> change)
    {
        lock (gate)
        {
            EndTheDue();
            log.Begin(requestID);
            return change();
        }
    }

    void Wake(long id)
    {
        // Another order of this round may have ended it.
        if (books.Orders[id] is { State: OandaOrderState.Pending } order)
        {
            log.Begin(null);
            Work(order);
        }
    }

    /// <summary>Fills an order where its trigger is met, or ends it where that cannot be.</summary>
    (FillTransaction? Fill, CancelTransaction? Cancel) Work(OandaOrder order)
    {
        var isImmediate = order.Terms.TimeInForce is OandaTimeInForce.Fok or OandaTimeInForce.Ioc;
        var (isBuy, price) = (books.UnitsOf(order) > 0, prices[books.InstrumentOf(order)]!);
        order = Trigger.Trail(order, isBuy, price);
        books.Put(order);
        if (!Trigger.IsMet(order, isBuy, price))
        {
            return (null, isImmediate ? file.Cancel(order, "TIME_IN_FORCE_EXPIRED") : null);
        }

        var (fill, obstacle) = fills.Try(order);
        var mayWait = order.Type is OandaOrderType.Limit or OandaOrderType.TakeProfit && !isImmediate
            && obstacle is "INSUFFICIENT_LIQUIDITY" or "BOUNDS_VIOLATION";
        return (fill, obstacle is null || mayWait ? null : file.Cancel(order, obstacle));
    }

    void EndTheDue()
    {
        foreach (var order in books.Pending.Where(order => EndOf(order) <= now()).ToList())
        {
            log.Begin(null);
            file.Cancel(order, "TIME_IN_FORCE_EXPIRED");
        }

        while (nextClose <= now())
        {
            nextClose = NewYork.NextClose(nextClose);
            log.Begin(null);
            ChargeFinancing();
        }
    }

    static OandaTime? EndOf(OandaOrder order) => order.Terms.TimeInForce switch
    {
        OandaTimeInForce.Gtd => order.Terms.GtdTime,
        OandaTimeInForce.Gfd => NewYork.NextClose(order.CreateTime),
        _ => null,
    };
}
