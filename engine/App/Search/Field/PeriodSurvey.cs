using Workbench.Core;
using Workbench.Model;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// Looks through the tapes for the periods in which something happened, and makes them the clock that all variants' returns are measured
/// by. It knows nothing of any variant: a period counts because the market moved, whoever traded.
/// </summary>
sealed class PeriodSurvey
{
    /// <summary>So many trading days make daily returns; fewer say too little, and the periods are shorter.</summary>
    const int EnoughDays = 120;

    /// <summary>So many periods are enough: a shorter step would only add noise.</summary>
    const int EnoughPeriods = 200;

    static readonly (string Name, long Step)[] Ladder =
    [
        ("4h", 4 * UtcNanos.Hour), ("1h", UtcNanos.Hour), ("15m", 15 * UtcNanos.Minute), ("5m", 5 * UtcNanos.Minute),
        ("1m", UtcNanos.Minute), ("15s", 15 * UtcNanos.Second), ("5s", 5 * UtcNanos.Second), ("1s", UtcNanos.Second),
    ];

    readonly ISessionCalendar calendar;
    readonly int daysPerYear;
    readonly SortedSet<long> days = [];
    readonly List<Rung> rungs;
    long dayFrom = long.MaxValue;
    long dayTo = long.MinValue;

    /// <summary>A survey of the tapes that are traded; the first of them has the calendar.</summary>
    public PeriodSurvey(IReadOnlyList<SharedTape> tapes)
    {
        var traded = tapes.Where(tape => tape.IsTraded).ToList();
        calendar = traded[0].Instrument.Calendar;
        daysPerYear = traded.TrueForAll(tape => tape.Instrument.AssetClass == AssetClass.Crypto) ? 365 : 252;

        // Within a stored bar nothing is known to move.
        var finest = traded.Min(tape => tape.Bars == default ? 0 : tape.Bars.NominalNanos);
        rungs = [.. Ladder.Where(rung => rung.Step >= finest).Select(rung => new Rung(rung.Name, rung.Step))];
    }

    /// <summary>Time of the first event.</summary>
    public long First { get; private set; } = long.MaxValue;

    /// <summary>Time of the last event.</summary>
    public long Last { get; private set; } = long.MinValue;

    /// <summary>Takes the times of the batch that a tape has decoded last.</summary>
    public void Take(SharedTape tape)
    {
        if (!tape.IsTraded)
        {
            return;
        }

        // A bar that closes at the end of a period is of that period, a tick at that instant of the next.
        var shift = tape.Bars == default ? 0 : -1;
        foreach (var time in tape.Newest)
        {
            Take(time + shift);
        }
    }

    /// <summary>The clock: days where there are enough, else the longest even step with enough periods, or the shortest there is.</summary>
    public PeriodClock Clock()
    {
        var rung = days.Count >= EnoughDays ? null : rungs.Find(rung => rung.Ends.Count >= EnoughPeriods) ?? rungs.LastOrDefault();
        return rung is null || rung.Ends.Count <= days.Count
            ? new PeriodClock([.. days], "day", daysPerYear)
            : new PeriodClock([.. rung.Ends], rung.Name, (double)rung.Ends.Count / days.Count * daysPerYear);
    }

    void Take(long time)
    {
        First = Math.Min(First, time);
        Last = Math.Max(Last, time);
        if (time < dayFrom || time >= dayTo)
        {
            var day = calendar.TradingDay(time);
            (dayFrom, dayTo) = (day.From, day.To);
            days.Add(day.To);
            Prune();
        }

        foreach (var rung in rungs)
        {
            rung.Take(time);
        }
    }

    /// <summary>Where a longer step has its periods already, the shorter ones are of no use; a tape of years has many seconds.</summary>
    void Prune()
    {
        if (rungs.FindIndex(rung => rung.Ends.Count >= EnoughPeriods) is >= 0 and var enough)
        {
            rungs.RemoveRange(enough + 1, rungs.Count - enough - 1);
        }
    }

    sealed class Rung(string name, long step)
    {
        long end = long.MinValue;

        public string Name => name;

        public SortedSet<long> Ends { get; } = [];

        public void Take(long time)
        {
            if (time >= end || time < end - step)
            {
                end = UtcNanos.Floor(time, step) + step;
                Ends.Add(end);
            }
        }
    }
}
