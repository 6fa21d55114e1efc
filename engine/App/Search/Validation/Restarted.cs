using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>
/// A run for each window: flat at its start, its indicators warmed up on the rows before, where entries are refused. What is open at a
/// window's end is priced at the last quote. Dearer than slices by the number of folds, and free of what carries across borders.
/// </summary>
/// <param name="ground">What runs.</param>
/// <param name="points">The variants.</param>
/// <param name="terms">How to choose; its clock is that of the whole data.</param>
/// <param name="warmUp">How long a run sees prices before it may trade, nanoseconds.</param>
/// <param name="cores">Threads.</param>
sealed class Restarted(StudyGround ground, IReadOnlyList<Point> points, ValidationTerms terms, long warmUp, int cores)
{
    /// <summary>Name of the mode.</summary>
    public const string Mode = "restarted";

    readonly List<VariantResult> tried = [];

    /// <summary>All that ran, window by window: each is a try.</summary>
    public IReadOnlyList<VariantResult> Tried => tried;

    /// <summary>Evaluates a walk-forward.</summary>
    public ValidationReport Evaluate(Design design, RowSpans rows, Action<string> progress, CancellationToken cancel)
    {
        var (folds, splits) = (new List<FoldResult>(), design.Over(rows));
        foreach (var split in splits)
        {
            folds.Add(Fold(split, rows, cancel));
            progress(FormattableString.Invariant($"{folds.Count} of {splits.Count} folds"));
        }

        return ValidationReport.Of(design, Mode, rows, terms, points.Count, folds);
    }

    FoldResult Fold(TrainTest split, RowSpans rows, CancellationToken cancel)
    {
        string[] keys = [.. points.Select(point => point.Key)];
        var (train, trainClock) = Window(points, new TimeRange(rows.Begins[split.Train[0]], rows.Ends[split.Train[^1]]), cancel);
        if (terms.Rule.Choose([.. train.Select(terms.Objective.Score)], keys) is not { } chosen)
        {
            return FoldResult.Of(split, rows, terms.Clock, null, MetricValue.None(terms.Objective.Of(train[0]).Reason ?? "no variant has a score"), [.. split.Test.Select(_ => 0d)]);
        }

        var (test, clock) = Window([points[chosen]], new TimeRange(rows.Begins[split.Test[0]], rows.Ends[split.Test[^1]]), cancel);
        var fold = FoldResult.Of(split, rows, terms.Clock, train[chosen], terms.Objective.Of(train[chosen]), [.. split.Test.Select(row => Growth(test[0], clock, rows.Begins[row], rows.Ends[row]))]);
        return fold with { Trades = test[0].Trades, InSample = Slice.Annual([.. train[chosen].Returns], trainClock) };
    }

    /// <summary>Runs variants over a window; their returns begin where it begins.</summary>
    (IReadOnlyList<VariantResult> Results, PeriodClock Clock) Window(IReadOnlyList<Point> which, TimeRange window, CancellationToken cancel)
    {
        var seen = new TimeRange(Math.Max(ground.Setup.Config.Range.From, window.From - warmUp), window.To);
        using var field = new Field(ground.Field(ground.Over(seen, new EntryTerms { NotBefore = window.From })) with { Cores = cores });
        var results = field.Run([.. which.Select(ground.Variant)], null, cancel);
        tried.AddRange(results);
        var clock = field.Clock;
        int[] counted = [.. Enumerable.Range(0, clock.Ends.Count).Where(row => clock.Ends[row] > window.From)];
        return ([.. results.Select(result => Slice.OfRestarted(result, counted, clock))], clock with { Ends = [.. counted.Select(row => clock.Ends[row])] });
    }

    /// <summary>What a run made within a row of the whole data's clock: its own may be finer.</summary>
    static double Growth(VariantResult run, PeriodClock clock, long from, long to)
    {
        var growth = 1d;
        for (var i = 0; i < run.Returns.Count; i++)
        {
            growth *= clock.Ends[i] > from && clock.Ends[i] <= to ? 1d + run.Returns[i] : 1d;
        }

        return growth - 1d;
    }
}
