using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>
/// What happens at an event, in which order: the clock moves, orders meet the new price, reports come in, equity is looked
/// at, bars close, and then the strategy decides. Every mode goes through here.
/// </summary>
sealed class Dispatcher(
    ReplayClock clock, Schedule schedule, Sampler sampler, IEngineVenue venue, Matching matching, BarMatching within, Intake intake,
    EquityTracker tracker, Settlements settlements, Cast cast, Publisher publisher, RunProgress progress, CancellationToken cancel)
{
    /// <summary>What the clock makes due.</summary>
    public Schedule Schedule => schedule;

    /// <summary>Prepares bars, samples and days for an event at that time.</summary>
    public void Begin(Market market, long time)
    {
        schedule.Lower(market.BeginBars(time));
        schedule.Lower(sampler.Begin(time));
    }

    /// <summary>Whether a strategy sees ticks, sizes and all.</summary>
    public bool WantsTicks { get; } = cast.WantsTicks;

    /// <summary>Whether sizes are to be read.</summary>
    public bool WantsSizes { get; } = cast.WantsTicks || venue.NeedsSizes;

    /// <summary>Whether nobody wants to see each tick of the market.</summary>
    public bool MaySkim(Market market) => !market.IsTraded || (!WantsTicks && market.QuoteBars.IsEmpty);

    /// <summary>A tick that everybody sees. Its bars by time follow with <see cref="Extend"/>, once for the stretch.</summary>
    public void Tick(Market market, long time, long bid, long ask, TickBatch batch, int at)
    {
        clock.MoveTo(time);
        if (WantsSizes)
        {
            market.Show(batch.BidSize[at], batch.AskSize[at]);
        }

        Meet(market, bid, ask, time);
        if (!market.IsTraded)
        {
            return;
        }

        if (market.QuoteBars.EachTick is { } ticks)
        {
            ticks.Follow(time, bid, ask);
            cast.Bar(ticks.Listeners, in ticks.Closed);
        }
        else if (!market.QuoteBars.IsEmpty)
        {
            market.QuoteBars.Take(time, bid, ask);
            publisher.Show(market.QuoteBars);
        }

        if (WantsTicks)
        {
            var tick = new Tick(market.Instrument, time, bid, ask, batch.BidSize[at], batch.AskSize[at]);
            cast.Tick(in tick);
        }

        progress.Handled();
    }

    /// <summary>A stretch of ticks that nobody looks at one by one and that changes nothing but the price.</summary>
    public void Pass(Market market, in TickPage page, in TickRun run)
    {
        var (time, bid, ask) = page.Last(in run);
        clock.MoveTo(time);
        if (!market.HasPrice)
        {
            market.Quote(page.Batch.Bid[run.From], page.Batch.Ask[run.From]);
        }

        market.Quote(bid, ask);
        if (WantsSizes)
        {
            market.Show(page.Batch.BidSize[run.To - 1], page.Batch.AskSize[run.To - 1]);
        }

        Extend(market, in page, in run, time);
    }

    /// <summary>Takes a stretch of ticks, which lies within every bar at hand, into those bars.</summary>
    public void Extend(Market market, in TickPage page, in TickRun run, long last)
    {
        var count = run.To - run.From;
        progress.Passed(count, last);
        Stretch? mid = null;
        foreach (var series in market.Series)
        {
            var prices = series.Builder!.Price switch
            {
                PriceSource.Bid => page.Bids(in run),
                PriceSource.Ask => page.Asks(in run),
                _ => mid ??= page.Sums(in run),
            };
            series.Builder.Extend(in prices, volume: 0, count);
        }
    }

    /// <summary>A print. It sets the price only where the market has no quotes.</summary>
    public void Print(Market market, in Trade trade)
    {
        clock.MoveTo(trade.TimeNanos);
        progress.Passed(1, trade.TimeNanos);
        if (!market.HasQuotes)
        {
            market.Show(trade.SizeRaw, trade.SizeRaw);
            Meet(market, trade.PriceRaw, trade.PriceRaw, trade.TimeNanos);
            market.Extend(new Stretch(trade.PriceRaw, trade.PriceRaw, trade.PriceRaw, trade.PriceRaw), trade.SizeRaw);
        }
        else if (market.Resting.Count > 0)
        {
            matching.AtPrint(market, in trade);
            Drain();
        }

        if (!market.PrintBars.IsEmpty)
        {
            market.PrintBars.Take(new BarEvent(trade.TimeNanos, trade.PriceRaw, trade.SizeRaw, trade.Aggressor));
            publisher.Show(market.PrintBars);
        }

        cast.Trade(in trade);
    }

    /// <summary>A row of depth data: a level has another size, or all are void.</summary>
    public void Row(Market market, Side side, long price, long size, DepthFlags flags)
    {
        var before = market.Book!.Apply(side, price, size, flags);
        if (market.Resting.Count > 0 && market.Book.IsValid)
        {
            matching.Depth.LevelChanged(market, side, price, before, size);
        }
    }

    /// <summary>A tick beside a book: it is told, and sets the price only while the book is void.</summary>
    public void Beside(Market market, long time, TickBatch batch, int at)
    {
        clock.MoveTo(time);
        progress.Passed(1, time);
        var tick = new Tick(market.Instrument, time, batch.Bid[at], batch.Ask[at], batch.BidSize[at], batch.AskSize[at]);
        if (market.IsByTicks)
        {
            Quote(market, in tick);
        }

        if (WantsTicks)
        {
            cast.Tick(in tick);
        }
    }

    /// <summary>The book after a message: its best prices are the quote, and told as ticks where no others are. One that is void or one-sided has none.</summary>
    public void Depth(Market market, long time)
    {
        clock.MoveTo(time);
        progress.Passed(1, time);
        var book = market.Book!;
        if (book.IsValid && book.Depth(Side.Buy) > 0 && book.Depth(Side.Sell) > 0)
        {
            var (bid, ask) = (book.Level(Side.Buy, 0), book.Level(Side.Sell, 0));
            var tick = new Tick(market.Instrument, time, bid.PriceRaw, ask.PriceRaw, bid.SizeRaw, ask.SizeRaw);
            Quote(market, in tick);
            if (WantsTicks && !market.HasTicks)
            {
                cast.Tick(in tick);
            }
        }

        cast.Book(book);
    }

    void Quote(Market market, in Tick tick)
    {
        market.Show(tick.BidSizeRaw, tick.AskSizeRaw);
        Meet(market, tick.BidRaw, tick.AskRaw, tick.TimeNanos);
        foreach (var series in market.Series)
        {
            var price = series.Builder!.Price switch
            {
                PriceSource.Bid => tick.BidRaw,
                PriceSource.Ask => tick.AskRaw,
                _ => tick.BidRaw + tick.AskRaw,
            };
            series.Builder.Extend(new Stretch(price, price, price, price), volume: 0, count: 1);
        }

        if (!market.QuoteBars.IsEmpty)
        {
            market.QuoteBars.Take(tick.TimeNanos, tick.BidRaw, tick.AskRaw);
            publisher.Show(market.QuoteBars);
        }
    }

    /// <summary>Something became known: no price moves by it, and the scripts alone hear of it.</summary>
    public void Tell(Market market, long time, INotice notice)
    {
        clock.MoveTo(time);
        progress.Passed(1, time);
        switch (notice)
        {
            case News news:
                cast.News(news);
                break;
            case CalendarEvent calendar:
                cast.Calendar(calendar);
                break;
            case Sentiment sentiment:
                cast.Sentiment(sentiment with { LongAverage = market.LongShare.Take(time, sentiment.LongShare) });
                break;
        }
    }

    /// <summary>The open of a stored bar: the first price at which orders sent since the last close can be filled.</summary>
    /// <param name="market">Whose bar.</param>
    /// <param name="time">Its opening.</param>
    /// <param name="price">Its first price, raw.</param>
    /// <param name="volume">What was traded in all of it: as much as orders that are limited by volume can have.</param>
    /// <param name="resolves">Whether the bar only tells what happens within a longer one.</param>
    public void Open(Market market, long time, long price, long volume, bool resolves)
    {
        clock.MoveTo(time);
        if (resolves)
        {
            market.ResolvedTo = time;
        }
        else if (market.IsResolved)
        {
            // Its prices come with the shorter bars, or, where there are none, with its close.
            return;
        }

        if (WantsSizes)
        {
            market.Show(volume, volume);
            matching.Supply(market);
        }

        Meet(market, price, price, time);
    }

    /// <summary>The close of a stored bar: its range fills resting orders, then it is due to be published, unless it only tells what happens within a longer one.</summary>
    public void Close(Market market, BarBatch bars, int at, bool resolves)
    {
        var time = bars.CloseTime[at];
        clock.MoveTo(time);
        progress.Passed(1, time);
        var prices = new Stretch(bars.Open[at], bars.High[at], bars.Low[at], bars.Close[at]);
        if (resolves || !market.IsResolved)
        {
            Range(market, in prices);
        }
        else if (market.ResolvedTo < bars.OpenTime[at])
        {
            Meet(market, prices.First, prices.First, time);
            Range(market, in prices);
        }

        Meet(market, prices.Last, prices.Last, time, matches: false);
        if (resolves)
        {
            return;
        }

        foreach (var series in market.Series)
        {
            if (series.Builder is null)
            {
                series.Store(bars, at);
                schedule.Lower(series.NextClose);
            }
        }

        // A stored bar that straddles the end of a longer one belongs to the next: it is known when it closes.
        schedule.Lower(market.BeginBars(time - 1));
        market.Extend(in prices, bars.Volume[at]);
    }

    /// <summary>The range of a stored bar meets the orders: by its path where the run names one, else with whatever hurts first.</summary>
    void Range(Market market, in Stretch prices)
    {
        if (!market.Resting.Touch(prices, prices))
        {
            return;
        }

        if (within.HasPath)
        {
            Lead(market, in prices);
            return;
        }

        within.Stops(market, in prices);
        Drain();
        within.Limits(market, in prices);
        Drain();
        within.Released(market, in prices);
        Drain();
    }

    void Lead(Market market, in Stretch prices)
    {
        var bar = within.BeginPath();
        var (first, second) = within.Turns(in prices);
        var at = prices.First;
        foreach (var turn in (ReadOnlySpan<long>)[first, second, prices.Last])
        {
            while (within.Step(market, bar, ref at, turn))
            {
                Drain();
            }
        }
    }

    /// <summary>The clock reaches an instant at which something is due: messages reach the venue, bars close, then sessions, then timers ring, then equity is sampled.</summary>
    public void Wake(long time)
    {
        cancel.ThrowIfCancellationRequested();
        clock.MoveTo(time);
        progress.Handled();
        if (schedule.VenueDue <= time)
        {
            venue.Wake(time);
            Drain();
        }

        // What was held until now is charged before anyone decides anew.
        if (settlements.Next <= time)
        {
            settlements.Take(time, venue.Split);
            schedule.AwaitSettlement(settlements.Next);
            tracker.Sample(time);
            Drain();
        }

        publisher.Close(time);
        while (schedule.HasBell(time) && schedule.TryTakeBell(time, out var seat, out var bell))
        {
            cast.Session(seat, in bell);
        }

        while (schedule.TryTakeTimer(time, out var timer))
        {
            cast.Timer(timer);
        }

        sampler.Take(time);
        Drain();
        schedule.Refresh();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Drain() => intake.Drain();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Meet(Market market, long bid, long ask, long time, bool matches = true)
    {
        market.Quote(bid, ask);
        if (matches && market.Resting.Touch(bid, ask))
        {
            matching.AtQuote(market);
            Drain();
        }

        var mark = market.MarkRaw;
        if (mark > market.MarkAbove || mark < market.MarkBelow)
        {
            tracker.Observe(time);

            // The venue may have begun to close positions.
            Drain();
        }
    }
}
