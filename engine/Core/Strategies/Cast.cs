using System.Runtime.CompilerServices;

namespace Workbench.Core;

/// <summary>
/// All scripts of a run, in the order given. Each hears of an event in turn, and of what its orders came to before the next
/// one does: so no script's decision depends on when another one would have been told.
/// </summary>
sealed class Cast
{
    readonly Intake intake;
    readonly StrategyHost[] seats;
    readonly StrategyHost[] ticking;

    public Cast(StrategyHost[] seats, Intake intake)
    {
        this.seats = seats;
        this.intake = intake;
        ticking = Array.FindAll(seats, static seat => seat.WantsTicks);
    }

    /// <summary>Whether any of them wants to see each tick.</summary>
    public bool WantsTicks => ticking.Length > 0;

    /// <summary>The scripts.</summary>
    public IReadOnlyList<StrategyHost> Seats => seats;

    /// <summary>Lets them register what they need.</summary>
    public void Start() => Array.ForEach(seats, static seat => seat.Start());

    /// <summary>Shows a tick to those that want ticks.</summary>
    public void Tick(in Tick tick)
    {
        foreach (var seat in ticking)
        {
            seat.Strategy.OnTick(in tick);
            intake.Drain();
        }
    }

    /// <summary>Shows a print.</summary>
    public void Trade(in Trade trade)
    {
        foreach (var seat in seats)
        {
            seat.Strategy.OnTrade(in trade);
            intake.Drain();
        }
    }

    /// <summary>Shows an order book after a message.</summary>
    public void Book(OrderBook book)
    {
        foreach (var seat in seats)
        {
            seat.Strategy.OnBook(book);
            intake.Drain();
        }
    }

    /// <summary>Tells of news.</summary>
    public void News(News news)
    {
        foreach (var seat in seats)
        {
            seat.Strategy.OnNews(news);
            intake.Drain();
        }
    }

    /// <summary>Tells of the economic calendar.</summary>
    public void Calendar(CalendarEvent calendar)
    {
        foreach (var seat in seats)
        {
            seat.Strategy.OnCalendar(calendar);
            intake.Drain();
        }
    }

    /// <summary>Tells of sentiment.</summary>
    public void Sentiment(Sentiment sentiment)
    {
        foreach (var seat in seats)
        {
            seat.Strategy.OnSentiment(sentiment);
            intake.Drain();
        }
    }

    /// <summary>Shows a bar to those that asked for its timeframe.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Bar(StrategyHost[] listeners, in Bar bar)
    {
        foreach (var seat in listeners)
        {
            seat.Strategy.OnBar(in bar);
            intake.Drain();
        }
    }

    /// <summary>Rings a bell for the script that listens.</summary>
    public void Session(StrategyHost seat, in SessionEvent bell)
    {
        seat.Strategy.OnSession(in bell);
        intake.Drain();
    }

    /// <summary>Rings a timer for the script that set it.</summary>
    public void Timer(EventTimer timer)
    {
        timer.Seat.Strategy.OnTimer(timer.Name);
        intake.Drain();
    }

    /// <summary>Tells them that no event comes any more.</summary>
    public void Stop()
    {
        foreach (var seat in seats)
        {
            seat.Strategy.OnStop();
            intake.Drain();
        }
    }
}
