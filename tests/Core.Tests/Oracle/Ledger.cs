namespace Workbench.Core.Tests.Oracle;

/// <summary>
/// What an account is worth after every event and every fill, computed naively from the tapes and the fills that a run
/// reported: no shortcuts, no extremes remembered but by looking each time. Times of the tapes must be distinct.
/// </summary>
sealed class Ledger(decimal cash, string currency, IReadOnlyList<(Instrument Instrument, TickRow[] Ticks)> tapes)
{
    readonly Dictionary<Instrument, TickRow> quotes = [];
    readonly Dictionary<Instrument, Queue<(decimal Signed, decimal Price)>> lots = [];
    decimal balance = cash;

    public decimal Min { get; private set; } = cash;

    public decimal Max { get; private set; } = cash;

    public decimal DeepestShare { get; private set; }

    public decimal DeepestMoney { get; private set; }

    public decimal Equity => balance + lots.Sum(held => held.Value.Sum(lot => lot.Signed * (Mark(held.Key, lot.Signed) - lot.Price)) * Rate(held.Key));

    /// <summary>Runs through all events, each fill right after the event it happened at.</summary>
    public void Run(IReadOnlyList<Fill> fills)
    {
        var at = 0;
        foreach (var (instrument, tick) in tapes.SelectMany(tape => tape.Ticks.Select(tick => (tape.Instrument, tick))).OrderBy(each => each.tick.Time))
        {
            quotes[instrument] = tick;
            while (at < fills.Count && fills[at].Time == tick.Time)
            {
                Assert.Same(instrument, fills[at].Instrument);
                Book(fills[at]);
                Look();
                Assert.Equal(Equity, fills[at].EquityAfter, 18);
                Assert.Equal(lots[instrument].Sum(lot => lot.Signed), fills[at].PositionAfter);
                at++;
            }

            Look();
        }

        Assert.Equal(fills.Count, at);
    }

    void Book(Fill fill)
    {
        balance -= fill.Commission;
        var queue = lots.TryGetValue(fill.Instrument, out var known) ? known : lots[fill.Instrument] = new();
        var signed = fill.Side == Side.Buy ? fill.Qty : -fill.Qty;
        while (signed != 0m && queue.Count > 0 && Math.Sign(queue.Peek().Signed) != Math.Sign(signed))
        {
            var (held, price) = queue.Peek();
            var closed = Math.Sign(held) * Math.Min(Math.Abs(held), Math.Abs(signed));
            balance += Money.Booked(closed * (fill.Price - price) * Rate(fill.Instrument));
            signed += closed;
            Shrink(queue, held - closed);
        }

        if (signed != 0m)
        {
            queue.Enqueue((signed, fill.Price));
        }
    }

    static void Shrink(Queue<(decimal Signed, decimal Price)> queue, decimal left)
    {
        var rest = queue.Skip(1).ToList();
        var price = queue.Peek().Price;
        queue.Clear();
        foreach (var lot in left == 0m ? rest : [(left, price), .. rest])
        {
            queue.Enqueue(lot);
        }
    }

    void Look()
    {
        var equity = Equity;
        Min = Math.Min(Min, equity);
        Max = Math.Max(Max, equity);
        var share = (Max - equity) / Max;
        if (share > DeepestShare)
        {
            (DeepestShare, DeepestMoney) = (share, Max - equity);
        }
    }

    decimal Mark(Instrument instrument, decimal signed) => instrument.FromRaw(signed > 0m ? quotes[instrument].Bid : quotes[instrument].Ask);

    /// <summary>Account currency per unit of the quote currency, over one pair.</summary>
    decimal Rate(Instrument instrument)
    {
        var quote = instrument.QuoteCurrency;
        if (quote == currency)
        {
            return 1m;
        }

        var pair = quotes.Keys.Single(key => (key.BaseCurrency, key.QuoteCurrency) == (currency, quote) || (key.BaseCurrency, key.QuoteCurrency) == (quote, currency));
        var mid = (pair.FromRaw(quotes[pair].Bid) + pair.FromRaw(quotes[pair].Ask)) / 2m;
        return pair.BaseCurrency == quote ? mid : 1m / mid;
    }
}
