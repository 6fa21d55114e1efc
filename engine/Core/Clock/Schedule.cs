using System.Diagnostics.CodeAnalysis;

namespace Workbench.Core;

/// <summary>What the clock will make due, and when the next of it is: closes of bars, bells of sessions, timers, sampling points.</summary>
sealed class Schedule(Sampler sampler)
{
    readonly List<BarSeries> series = [];
    readonly List<SessionWatch> sessions = [];
    readonly List<EventTimer> timers = [];
    bool hasEnded;
    long settlementDue = long.MaxValue;

    /// <summary>When the next thing is due; the end of time while nothing is.</summary>
    public long Next { get; private set; } = long.MaxValue;

    /// <summary>When the venue wants to be woken.</summary>
    public long VenueDue { get; private set; } = long.MaxValue;

    /// <summary>Its place among the tapes' events.</summary>
    public LaneKey NextKey => new(Next, LaneKey.Due, 0);

    /// <summary>All series of bars by time, the longest first.</summary>
    public List<BarSeries> Series => series;

    /// <summary>Earliest close of a bar at hand.</summary>
    public long NextClose
    {
        get
        {
            var next = long.MaxValue;
            foreach (var each in series)
            {
                next = Math.Min(next, each.NextClose);
            }

            return next;
        }
    }

    /// <summary>Earliest close of a bar, or bell, that the strategy will see, or instant at which the venue acts; what only draws the chart decides nothing.</summary>
    public long NextDecision
    {
        get
        {
            var next = Math.Min(NextBell, VenueDue);
            foreach (var each in series)
            {
                next = Math.Min(next, each.IsChart ? long.MaxValue : each.NextClose);
            }

            return next;
        }
    }

    long NextBell
    {
        get
        {
            var next = long.MaxValue;
            foreach (var watch in sessions)
            {
                next = Math.Min(next, watch.Due);
            }

            return next;
        }
    }

    /// <summary>Adds a series. At one instant the longest closes first, so that whoever acts on a short bar knows the long one.</summary>
    public void Add(BarSeries added)
    {
        var at = series.FindIndex(other => other.Spec.NominalNanos < added.Spec.NominalNanos);
        series.Insert(at < 0 ? series.Count : at, added);
    }

    /// <summary>Adds a timer.</summary>
    public void Add(EventTimer timer)
    {
        timers.Add(timer);
        Lower(timer.Due);
    }

    /// <summary>The venue wants to be woken at the instant, and no earlier.</summary>
    public void AwaitVenue(long due)
    {
        VenueDue = due;
        Lower(due);
    }

    /// <summary>Follows the sessions of a market.</summary>
    public void Add(SessionWatch watch)
    {
        sessions.Add(watch);
        Lower(watch.Due);
    }

    /// <summary>Holders are charged or paid at the instant, and no earlier.</summary>
    public void AwaitSettlement(long due)
    {
        settlementDue = due;
        Lower(due);
    }

    /// <summary>Something will be due at the instant.</summary>
    public void Lower(long time) => Next = Math.Min(Next, time);

    /// <summary>Whether a bell is due.</summary>
    public bool HasBell(long now) => sessions.Count > 0 && NextBell <= now;

    /// <summary>Takes the bell that is due longest; at one instant what closes before what opens.</summary>
    public bool TryTakeBell(long now, [NotNullWhen(true)] out StrategyHost? seat, out SessionEvent bell)
    {
        SessionWatch? first = null;
        foreach (var watch in sessions)
        {
            if (watch.Due <= now && (first is null || watch.Due < first.Due || (watch.Due == first.Due && watch.IsOpen && !first.IsOpen)))
            {
                first = watch;
            }
        }

        seat = first?.Seat;
        bell = first?.Ring() ?? default;
        if (hasEnded && first is not null)
        {
            sessions.Remove(first);
        }

        return seat is not null;
    }

    /// <summary>Takes the timer that is due longest, one that repeats staying for its next time.</summary>
    public bool TryTakeTimer(long now, [NotNullWhen(true)] out EventTimer? timer)
    {
        timer = null;
        foreach (var each in timers)
        {
            if (each.Due <= now && (timer is null || each.Due < timer.Due))
            {
                timer = each;
            }
        }

        if (timer is not null && !timer.Repeat(now))
        {
            timers.Remove(timer);
        }

        return timer is not null;
    }

    /// <summary>The tapes have ended, and nothing sent from here on would meet a market: timers are forgotten, and of the sessions only those at hand are told to their close.</summary>
    public void End()
    {
        hasEnded = true;
        timers.Clear();
        sessions.RemoveAll(watch => !watch.IsOpen);
        Refresh();
    }

    /// <summary>Finds out anew what is next.</summary>
    public void Refresh()
    {
        Next = Math.Min(Math.Min(Math.Min(NextClose, NextBell), Math.Min(sampler.Next, VenueDue)), settlementDue);
        foreach (var timer in timers)
        {
            Lower(timer.Due);
        }
    }
}
