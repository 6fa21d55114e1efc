using Workbench.Research.Search;

namespace Workbench.Research.Validation;

/// <summary>One split: what was chosen in it, by what, and what that came to.</summary>
public sealed record FoldResult
{
    /// <summary>The split.</summary>
    public required TrainTest Split { get; init; }

    /// <summary>From the first row it was learned from to the last.</summary>
    public required TimeRange Train { get; init; }

    /// <summary>From the first row it was tried on to the last.</summary>
    public required TimeRange Test { get; init; }

    /// <summary>The variant that was chosen; null where none had a score.</summary>
    public string? Chosen { get; init; }

    /// <summary>Its objective over what was learned from.</summary>
    public required MetricValue Score { get; init; }

    /// <summary>Mean return a year over what was learned from.</summary>
    public required MetricValue InSample { get; init; }

    /// <summary>Mean return a year over what it was tried on.</summary>
    public required MetricValue OutOfSample { get; init; }

    /// <summary>Sharpe ratio, annual, over what it was tried on.</summary>
    public required MetricValue Sharpe { get; init; }

    /// <summary>Out of sample over in sample; undefined where nothing was earned in sample.</summary>
    public MetricValue Efficiency => InSample.Then(inside => inside <= 0d ? MetricValue.None("nothing was earned in sample") : OutOfSample.Then(outside => outside / inside));

    /// <summary>Returns of what was chosen, for each tested row.</summary>
    public required IReadOnlyList<double> Returns { get; init; }

    /// <summary>Tested periods in which anything was earned or lost.</summary>
    public int ActivePeriods => Returns.Count(value => value != 0d);

    /// <summary>Trades closed out of sample; null where the run was only sliced.</summary>
    public long? Trades { get; init; }

    /// <summary>Puts one together; who chose nothing holds nothing.</summary>
    /// <param name="split">The split.</param>
    /// <param name="rows">The rows in time.</param>
    /// <param name="clock">Their clock.</param>
    /// <param name="train">What was chosen, over what was learned from; null for nothing.</param>
    /// <param name="score">Its objective.</param>
    /// <param name="returns">What it came to, a return for each tested row.</param>
    public static FoldResult Of(TrainTest split, RowSpans rows, PeriodClock clock, VariantResult? train, MetricValue score, IReadOnlyList<double> returns) => new()
    {
        Split = split,
        Train = Covered(rows, split.Train),
        Test = Covered(rows, split.Test),
        Chosen = train?.Key,
        Score = score,
        InSample = train is null ? MetricValue.None("nothing was chosen") : Slice.Annual([.. train.Returns], clock),
        OutOfSample = train is null ? MetricValue.None("nothing was chosen") : Slice.Annual([.. returns], clock),
        Sharpe = ReturnFormulas.PeriodSharpe([.. returns]).Then(ratio => ratio * Math.Sqrt(clock.PerYear)),
        Returns = returns,
    };

    static TimeRange Covered(RowSpans rows, IReadOnlyList<int> which) => new(rows.Begins[which[0]], rows.Ends[which[^1]]);
}
