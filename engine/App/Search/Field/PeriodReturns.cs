using System.Globalization;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>What one variant has earned in each period of the clock, and whether it is hopeless by now.</summary>
sealed class PeriodReturns(FieldClock clock, StopRule? stop)
{
    readonly double[] returns = new double[clock.Periods.Ends.Count];
    double start;
    double before;
    double peak;
    int at;

    /// <summary>End of the period at hand; the end of time after the last.</summary>
    public long Next => at < returns.Length ? clock.Periods.Ends[at] : long.MaxValue;

    /// <summary>Return of each period; 0 after an early end, and after equity was gone.</summary>
    public IReadOnlyList<double> All => returns;

    /// <summary>The run begins with that much.</summary>
    public void Begin(decimal equity) => start = before = peak = (double)equity;

    /// <summary>The period at hand is over.</summary>
    /// <param name="worth">Equity at its end.</param>
    /// <param name="fills">Fills so far.</param>
    /// <returns>Why the variant is hopeless; null where it goes on.</returns>
    public string? Take(decimal worth, long fills)
    {
        var end = Next;
        var equity = (double)worth;
        returns[at++] = before > 0d ? equity / before - 1d : 0d;
        before = equity;
        peak = Math.Max(peak, equity);
        return stop is null ? null : Hopeless(stop, equity, fills, end);
    }

    /// <summary>The run is over: the period at hand ends with what is left.</summary>
    public void End(decimal worth)
    {
        if (at < returns.Length)
        {
            returns[at] = before > 0d ? (double)worth / before - 1d : 0d;
            at = returns.Length;
        }
    }

    string? Hopeless(StopRule stop, double equity, long fills, long end)
    {
        if (stop.Ruin is { } ruin && equity <= ruin * start)
        {
            return Rule($"ruin: equity {equity / start:0.####} of the start, and {ruin:0.####} is the end");
        }

        if (stop.Drawdown is { } deepest && 1d - equity / peak >= deepest)
        {
            return Rule($"drawdown {1d - equity / peak:0.####}, and {deepest:0.####} is the end");
        }

        return stop.NoTradeBy is { } share && fills == 0 && clock.Passed(end) >= share
            ? Rule($"no trade by {share:0.####} of the tape")
            : null;
    }

    static string Rule(FormattableString text) => "stopped by rule: " + text.ToString(CultureInfo.InvariantCulture);
}
