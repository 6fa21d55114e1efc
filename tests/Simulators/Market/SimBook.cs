namespace Workbench.Simulators.Market;

/// <summary>The book of one instrument: what others quote, in levels, and which orders of ours are open in it.</summary>
sealed class SimBook
{
    readonly int depth;
    readonly List<SimLevel> bids = [];
    readonly List<SimLevel> asks = [];

    public SimBook(SimInstrument instrument, int depth)
    {
        Instrument = instrument;
        this.depth = depth;
        Last = instrument.StartPrice;
        var bid = instrument.RoundPrice(instrument.StartPrice - instrument.TickSize / 2);
        SetLevels(bid, bid + instrument.TickSize, instrument.StartSize, instrument.StartSize);
    }

    public SimInstrument Instrument { get; }

    public decimal Last { get; set; }

    public long UpdateId { get; private set; } = 1;

    /// <summary>Open orders in the order of their arrival, those that wait for a trigger among them.</summary>
    public List<long> Open { get; } = [];

    public List<SimLevel> Quoted(SimSide side) => side == SimSide.Buy ? bids : asks;

    public SimLevel Best(SimSide side) => Quoted(side) is [var best, ..] ? best : default;

    /// <summary>Middle of the market, or the last trade where a side is empty.</summary>
    public decimal Mid => bids.Count == 0 || asks.Count == 0 ? Last : (bids[0].Price + asks[0].Price) / 2;

    public void Touched() => UpdateId++;

    /// <summary>The touch as given, and behind it the same size at each of the next ticks.</summary>
    public void SetLevels(decimal bid, decimal ask, decimal bidSize, decimal askSize)
    {
        Fill(bids, bid, -Instrument.TickSize, bidSize);
        Fill(asks, ask, Instrument.TickSize, askSize);
        Touched();
    }

    /// <summary>Takes a quantity from the best level of a side.</summary>
    public void TakeBest(SimSide side, decimal qty)
    {
        var levels = Quoted(side);
        levels[0] = levels[0] with { Qty = levels[0].Qty - qty };
        if (levels[0].Qty <= 0)
        {
            levels.RemoveAt(0);
        }

        Touched();
    }

    public decimal SizeAt(SimSide side, decimal price) => Quoted(side).Find(level => level.Price == price).Qty;

    /// <summary>The price that a trigger looks at, for an order of this side.</summary>
    public decimal Reference(SimTrigger trigger, SimSide side) => trigger switch
    {
        SimTrigger.Last => Last,
        SimTrigger.Mid => Mid,
        SimTrigger.Touch => PriceOr(side == SimSide.Buy ? asks : bids),
        _ => PriceOr(side == SimSide.Buy ? bids : asks),
    };

    decimal PriceOr(List<SimLevel> levels) => levels.Count == 0 ? Last : levels[0].Price;

    void Fill(List<SimLevel> levels, decimal price, decimal step, decimal size)
    {
        levels.Clear();
        for (var at = 0; at < depth && size > 0 && price > 0; at++, price += step)
        {
            levels.Add(new SimLevel(price, size));
        }
    }
}
