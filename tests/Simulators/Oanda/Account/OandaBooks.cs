namespace Workbench.Simulators.Oanda;

/// <summary>What an account has: money, orders, trades, and the past of each position.</summary>
sealed class OandaBooks(decimal balance, OandaTime created)
{
    readonly SortedDictionary<(string Instrument, bool IsLong), SideTotals> sides = [];

    public OandaTime Created => created;

    public decimal Balance { get; private set; } = balance;

    public decimal PL => sides.Values.Sum(side => side.PL);

    public decimal Financing => sides.Values.Sum(side => side.Financing);

    public decimal Commission => sides.Values.Sum(side => side.Commission);

    public OandaTime? LastFill { get; set; }

    public OandaTime? MarginCallEntered { get; set; }

    public SortedDictionary<long, OandaOrder> Orders { get; } = [];

    public SortedDictionary<long, OandaTrade> Trades { get; } = [];

    public IEnumerable<OandaOrder> Pending => Orders.Values.Where(order => order.State == OandaOrderState.Pending);

    public IEnumerable<OandaTrade> Open => Trades.Values.Where(trade => trade.IsOpen);

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
        ? Pending.FirstOrDefault(order => IsNamed(order, specifier)) ?? Orders.Values.LastOrDefault(order => IsNamed(order, specifier))
        : long.TryParse(specifier, out var id) ? Orders.GetValueOrDefault(id) : null;

    public OandaTrade? FindTrade(string specifier) => specifier.StartsWith('@')
        ? Open.FirstOrDefault(trade => trade.ClientExtensions?.ID == specifier[1..])
        : long.TryParse(specifier, out var id) ? Trades.GetValueOrDefault(id) : null;

    /// <summary>The trade that an order names, in one way or the other; null where it names none, or one that is not there.</summary>
    public OandaTrade? FindTrade(OrderTerms terms) => terms.TradeID is { } id ? Trades.GetValueOrDefault(id)
        : terms.ClientTradeID is { } name ? FindTrade("@" + name) : null;

    /// <summary>Books what a fill, or a day of financing, did to the money.</summary>
    public void Pay(string instrument, bool isLong, SideTotals change)
    {
        sides[(instrument, isLong)] = Side(instrument, isLong) + change;
        Balance += change.PL + change.Financing - change.Commission;
    }

    public void Transfer(decimal amount) => Balance += amount;

    static bool IsNamed(OandaOrder order, string specifier) => order.Terms.ClientExtensions?.ID == specifier[1..];
}
