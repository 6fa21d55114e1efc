namespace Workbench.Research.Compare;

/// <summary>The annual Sharpe ratios of all trials, and what they would be if none were worth anything.</summary>
public sealed record TrialSpread
{
    const int Bins = 50;

    /// <summary>Lower edge of the first bar.</summary>
    public required double From { get; init; }

    /// <summary>Width of a bar.</summary>
    public required double Width { get; init; }

    /// <summary>Trials of each bar.</summary>
    public required IReadOnlyList<int> Counts { get; init; }

    /// <summary>Trials with a Sharpe ratio.</summary>
    public required int Trials { get; init; }

    /// <summary>Spread that a worthless trial's ratio has because the time is short: √(periods in a year / periods).</summary>
    public required double NullDeviation { get; init; }

    /// <summary>The best one's ratio.</summary>
    public required double Best { get; init; }

    /// <summary>Periods behind each ratio.</summary>
    public required int Periods { get; init; }

    internal static TrialSpread? Of(IEnumerable<double[]> columns, double perYear)
    {
        var periods = 0;
        var sharpes = new List<double>();
        foreach (var returns in columns)
        {
            periods = Math.Max(periods, returns.Length);
            sharpes.AddRange(PhaseFigures.Of(returns, perYear).Sharpe.Value is { } sharpe ? [sharpe] : []);
        }

        return sharpes.Count < 2 ? null : Of(sharpes, periods, perYear);
    }

    static TrialSpread Of(List<double> sharpes, int periods, double perYear)
    {
        var noise = Math.Sqrt(perYear / periods);
        var (low, high) = (Math.Min(sharpes.Min(), -3d * noise), Math.Max(sharpes.Max(), 3d * noise));
        var width = (high - low) / Bins;
        var counts = new int[Bins];
        foreach (var sharpe in sharpes)
        {
            counts[Math.Min(Bins - 1, (int)((sharpe - low) / width))]++;
        }

        return new TrialSpread { From = low, Width = width, Counts = counts, Trials = sharpes.Count, NullDeviation = noise, Best = sharpes.Max(), Periods = periods };
    }
}
