namespace Workbench.Core;

/// <summary>
/// All that time does to holders, at its instants: swap, funding, borrow fee, dividends, and splits after them. Each is
/// charged on what was held up to the instant, journaled, and told to the sink.
/// </summary>
sealed class Settlements
{
    readonly Account account;
    readonly OutputLog log;
    readonly IRunSink sink;
    readonly List<Settlement> charges = [];
    readonly List<(Market Market, Split Split)> splits = [];

    public Settlements(RunConfig config, List<Market> markets, Account account, OutputLog log, IRunSink sink)
    {
        (this.account, this.log, this.sink) = (account, log, sink);
        foreach (var market in markets)
        {
            if (market.IsTraded && config.HoldingOf.TryGetValue(market.Instrument.Symbol, out var terms))
            {
                Add(market, terms);
            }
        }

        splits.Sort(static (one, other) => one.Split.Time.CompareTo(other.Split.Time));
    }

    /// <summary>When something is due next; the end of time when nothing is.</summary>
    public long Next { get; private set; } = long.MaxValue;

    /// <summary>Starts with the first event: what is due after it counts.</summary>
    public void Begin(long time)
    {
        charges.ForEach(charge => charge.Begin(time));
        splits.RemoveAll(each => each.Split.Time <= time);
        Next = FindNext();
    }

    /// <summary>Settles what is due at the instant or, after a pause without events, was due before it.</summary>
    /// <param name="time">The instant.</param>
    /// <param name="restate">Lets the venue restate its working orders after a split.</param>
    public void Take(long time, Action<Market, Split> restate)
    {
        while (Next <= time)
        {
            var now = Next;
            foreach (var charge in charges)
            {
                if (charge.Next == now)
                {
                    Settle(charge, now);
                    charge.Advance();
                }
            }

            while (splits.Count > 0 && splits[0].Split.Time == now)
            {
                Split(splits[0].Market, splits[0].Split, restate);
                splits.RemoveAt(0);
            }

            Next = FindNext();
        }
    }

    void Add(Market market, HoldingTerms terms)
    {
        if (terms.Swap is { } swap)
        {
            charges.Add(new SwapSettlement(market, swap));
        }

        if (terms.Funding.Count > 0)
        {
            charges.Add(new FundingSettlement(market, terms.Funding));
        }

        if (terms.Borrow is { } borrow)
        {
            charges.Add(new BorrowSettlement(market, borrow));
        }

        if (terms.Dividends.Count > 0)
        {
            charges.Add(new DividendSettlement(market, terms.Dividends));
        }

        splits.AddRange(terms.Splits.Select(split => (market, split)));
    }

    void Settle(Settlement charge, long time)
    {
        var (market, position) = (charge.Market, charge.Market.Position);
        if (!position.IsOpen)
        {
            return;
        }

        // Each leg by itself: books that hold against each other pay both, which is against the trader.
        for (var leg = 0; leg < position.Legs.Length; leg++)
        {
            var qty = position.Legs[leg].Qty;
            if (qty != 0m && charge.Due(isLong: qty > 0m) is var (perUnit, rate) && perUnit != 0m)
            {
                var amount = account.Carry(market, leg, charge.Kind, perUnit);
                Tell(market, new CashFlow(time, charge.Kind, market.Instrument, position.BookOf(leg), qty, rate, amount));
            }
        }
    }

    void Split(Market market, Split split, Action<Market, Split> restate)
    {
        market.Split(split);
        restate(market, split);
        var position = market.Position;
        for (var leg = 0; leg < position.Legs.Length; leg++)
        {
            var before = position.Legs[leg].Qty;
            if (before == 0m)
            {
                continue;
            }

            position.Legs[leg].Split(split);
            var held = Math.Abs(position.Legs[leg].Qty);
            var fraction = held - market.Instrument.RoundToLot(held);
            if (fraction > 0m)
            {
                account.PayOut(market, leg, fraction, split.Time);
            }

            Tell(market, new CashFlow(
                split.Time, CashFlowKind.Split, market.Instrument, position.BookOf(leg), position.Legs[leg].Qty - before,
                Money.Booked(split.New / split.Old), 0m));
        }

        account.Hold(market);
    }

    void Tell(Market market, in CashFlow flow)
    {
        log.Cash(market, in flow);
        sink.Cash(in flow);
    }

    long FindNext()
    {
        var next = splits.Count > 0 ? splits[0].Split.Time : long.MaxValue;
        foreach (var charge in charges)
        {
            next = Math.Min(next, charge.Next);
        }

        return next;
    }
}
