using Workbench.Research.Search;

namespace Workbench.Research.Compare;

/// <summary>The periods over which runs are compared: calendar time that all of them saw.</summary>
static class Periods
{
    /// <summary>Fewer periods than this say nothing, so a shorter length is taken.</summary>
    const int Enough = 60;

    static readonly (string Name, long Length)[] Lengths =
    [
        ("day", UtcNanos.Day), ("4h", 4 * UtcNanos.Hour), ("1h", UtcNanos.Hour), ("15m", 15 * UtcNanos.Minute), ("5m", 5 * UtcNanos.Minute), ("1m", UtcNanos.Minute),
    ];

    /// <summary>What all of them covered; empty where they never overlapped.</summary>
    public static TimeRange Common(IReadOnlyList<ComparedRun> runs)
    {
        var (from, to) = (runs.Max(run => run.Document.Covered.From), runs.Min(run => run.Document.Covered.To));
        return new TimeRange(from, Math.Max(from, to));
    }

    /// <summary>The longest periods of which there are enough. One in which no account was marked, such as a weekend, is none.</summary>
    public static PeriodClock Clock(IReadOnlyList<ComparedRun> runs)
    {
        var common = Common(runs);
        var perYear = runs.Max(run => run.Document.PeriodsPerYear);
        PeriodClock? clock = null;
        foreach (var (name, length) in Lengths)
        {
            clock = new PeriodClock(Ends(runs, common, length), name, perYear * ((double)UtcNanos.Day / length));
            if (clock.Ends.Count >= Enough)
            {
                break;
            }
        }

        return clock!;
    }

    /// <summary>Return of each period; a period that begins with nothing left is 0.</summary>
    public static double[] Returns(EquityLine equity, PeriodClock clock, long start)
    {
        var worth = equity.At([start, .. clock.Ends]);
        var returns = new double[clock.Ends.Count];
        for (var i = 0; i < returns.Length; i++)
        {
            returns[i] = worth[i] > 0d ? worth[i + 1] / worth[i] - 1d : 0d;
        }

        return returns;
    }

    static List<long> Ends(IReadOnlyList<ComparedRun> runs, TimeRange common, long length)
    {
        var ends = new SortedSet<long>();
        foreach (var time in runs.SelectMany(run => run.Equity.Times).Where(time => time > common.From && time <= common.To))
        {
            var begun = UtcNanos.Floor(time - 1, length);
            ends.Add(Math.Min(begun + length, common.To));
        }

        return [.. ends];
    }
}
