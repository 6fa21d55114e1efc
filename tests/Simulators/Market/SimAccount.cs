namespace Workbench.Simulators.Market;

/// <summary>What one account has, and what it did.</summary>
sealed class SimAccount(string name, SimAccountKind kind, string settle, decimal leverage)
{
    readonly SortedDictionary<string, decimal> totals = new(StringComparer.Ordinal);
    readonly SortedDictionary<string, SimPosition> positions = new(StringComparer.Ordinal);

    public string Name => name;

    public SimAccountKind Kind => kind;

    /// <summary>Of a netting account: what profit, fees and margin are counted in.</summary>
    public string Settle => settle;

    public decimal Leverage => leverage;

    public List<long> Orders { get; } = [];

    public List<SimFill> Fills { get; } = [];

    public IEnumerable<string> Assets => totals.Keys;

    public IEnumerable<SimPosition> Positions => positions.Values;

    public decimal Total(string asset) => totals.GetValueOrDefault(asset);

    public void Add(string asset, decimal amount) => totals[asset] = Total(asset) + amount;

    public SimPosition Position(string symbol) =>
        positions.TryGetValue(symbol, out var held) ? held : new SimPosition(symbol, 0, 0, 0);

    /// <summary>Puts a trade into the position and gives the profit of what it closed, in the quote asset.</summary>
    public decimal Move(string symbol, decimal signed, decimal price)
    {
        var held = Position(symbol);
        var grows = held.Qty == 0 || Math.Sign(held.Qty) == Math.Sign(signed);
        var closed = grows ? 0 : Math.Min(Math.Abs(held.Qty), Math.Abs(signed));
        var profit = closed * (price - held.AvgPrice) * Math.Sign(held.Qty);
        var qty = held.Qty + signed;
        var average = qty == 0 ? 0
            : grows ? (held.AvgPrice * held.Qty + price * signed) / qty
            : Math.Sign(qty) == Math.Sign(held.Qty) ? held.AvgPrice
            : price;
        positions[symbol] = new SimPosition(symbol, qty, average, held.RealizedPnl + profit);
        return profit;
    }

    /// <summary>How much an order of this side can reduce.</summary>
    public decimal Reducible(string symbol, SimSide side)
    {
        var qty = Position(symbol).Qty;
        return side == SimSide.Sell ? Math.Max(0, qty) : Math.Max(0, -qty);
    }
}
