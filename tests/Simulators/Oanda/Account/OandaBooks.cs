namespace Workbench.Simulators.Oanda;

/// <summary>What an account has: money, orders, trades, and the past of each position.</summary>
sealed class OandaBooks(decimal balance, OandaTime created)
{
    const int MostEnded = 20_000;

    readonly SortedDictionary<(string Instrument, bool IsLong), SideTotals> sides = [];
    readonly SortedDictionary<long, OandaOrder> orders = [];
    readonly SortedDictionary<long, OandaTrade> trades = [];
    readonly SortedSet<long> pending = [];
    readonly SortedSet<long> open = [];
    readonly Queue<long> endedOrders = new();
    readonly Queue<long> endedTrades = new();

    public OandaTime Created => created;

    public decimal Balance { get; private set; } = balance;

    public decimal PL => sides.Values.Sum(side => side.PL);

    public decimal Financing => sides.Values.Sum(side => side.Financing);

    public decimal Commission => sides.Values.Sum(side => side.Commission);

    public OandaTime? LastFill { get; set; }

    public OandaTime? MarginCallEntered { get; set; }

    /// <summary>By id; of those that ended, the last twenty thousand.</summary>
    public IReadOnlyDictionary<long, OandaOrder> Orders => orders;

    /// <summary>By id; of those that were closed, the last twenty thousand.</summary>
    public IReadOnlyDictionary<long, OandaTrade> Trades => trades;

    public int PendingCount => pending.Count;

    public IEnumerable<OandaOrder> Pending => pending.Select(id => orders[id]);

    public IEnumerable<OandaTrade> Open => open.Select(id => trades[id]);

    /// <summary>Instruments that were ever traded.</summary>
    public IEnumerable<string> Traded => sides.Keys.Select(key => key.Instrument).Distinct();

    public IEnumerable<OandaTrade> OpenOf(string instrument) => Open.Where(trade => trade.Instrument == instrument);

    public SideTotals Side(string instrument, bool isLong) => sides.GetValueOrDefault((instrument, isLong));

    /// <summary>Orders that end with a trade.</summary>
    public IEnumerable<OandaOrder> PendingOf(OandaTrade trade) => Pending.Where(order => order.Terms.TradeID == trade.ID);

    public OandaOrder? PendingOf(long tradeID, OandaOrderType type) =>
        Pending.FirstOrDefault(order => order.Terms.TradeID == tradeID && order.Type == type);

    /// <summary>What an order trades: its own instrument, or that of its trade.</summary>
    public string InstrumentOf(OandaOrder order) => order.Terms.Instrument ?? Trades[order.Terms.TradeID!.Value].Instrument;

    /// <summary>Units that an order wants; those of its trade where it closes one.</summary>
    public decimal UnitsOf(OandaOrder order) => order.Terms.Units ?? -Trades[order.Terms.TradeID!.Value].CurrentUnits;

    /// <summary>By its id, or by the client's with an @ before it: the pending one of that name, else the last.</summary>
    public OandaOrder? Find(string specifier) => specifier.StartsWith('@')
        ? Pending.FirstOrDefault(order => IsNamed(order, specifier)) ?? orders.Values.LastOrDefault(order => IsNamed(order, specifier))
        : long.TryParse(specifier, out var id) ? orders.GetValueOrDefault(id) : null;

    public OandaTrade? FindTrade(string specifier) => specifier.StartsWith('@')
        ? Open.FirstOrDefault(trade => trade.ClientExtensions?.ID == specifier[1..])
        : long.TryParse(specifier, out var id) ? trades.GetValueOrDefault(id) : null;

    /// <summary>The trade that an order names, in one way or the other; null where it names none, or one that is not there.</summary>
    public OandaTrade? FindTrade(OrderTerms terms) => terms.TradeID is { } id ? trades.GetValueOrDefault(id)
        : terms.ClientTradeID is { } name ? FindTrade("@" + name) : null;

    /// <summary>Puts an order in, or another state of it.</summary>
    public void Put(OandaOrder order) => Put(orders, order.ID, order, order.State == OandaOrderState.Pending, pending, endedOrders);

    /// <summary>Puts a trade in, or another state of it.</summary>
    public void Put(OandaTrade trade) => Put(trades, trade.ID, trade, trade.IsOpen, open, endedTrades);

    /// <summary>Books what a fill, or a day of financing, did to the money.</summary>
    public void Pay(string instrument, bool isLong, SideTotals change)
    {
        sides[(instrument, isLong)] = Side(instrument, isLong) + change;
        Balance += change.PL + change.Financing - change.Commission;
    }

    public void Transfer(decimal amount) => Balance += amount;

    static void Put<T>(SortedDictionary<long, T> all, long id, T value, bool isAlive, SortedSet<long> alive, Queue<long> ended)
    {
        all[id] = value;
        if (isAlive)
        {
            alive.Add(id);
        }
        else if (alive.Remove(id))
        {
            ended.Enqueue(id);
        }

        if (ended.Count > MostEnded)
        {
            all.Remove(ended.Dequeue());
        }
    }

    static bool IsNamed(OandaOrder order, string specifier) => order.Terms.ClientExtensions?.ID == specifier[1..];
}
