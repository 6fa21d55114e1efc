namespace Workbench.Research.Validation;

/// <summary>
/// Learn from a window, try it on the next one, move on by what was tried: each row after the first window is tested once, and the stretches
/// make one line.
/// </summary>
/// <param name="Train">Length of what is learned from, nanoseconds; of the first one where it is anchored.</param>
/// <param name="Test">Length of what it is tried on, and of the step, nanoseconds. A rest shorter than half of it is not tested.</param>
/// <param name="Anchored">Whether all begin at the first row and grow.</param>
/// <param name="Border">What is kept out of training before what is tested.</param>
public sealed record WalkForward(long Train, long Test, bool Anchored, Border Border) : Design(Border)
{
    const int MostFolds = 5_000;

    /// <inheritdoc/>
    public override string Name => Anchored ? "anchored" : "rolling";

    /// <summary>Windows that make that many folds of all rows: each is learned from three times as long as it is tested.</summary>
    public static WalkForward OfFolds(RowSpans rows, int folds, bool anchored, Border border)
    {
        var test = rows.Length / (folds + 3);
        return new WalkForward(rows.Length - folds * test, Math.Max(1, test), anchored, border);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<TrainTest> Over(RowSpans rows)
    {
        if (Train < 1 || Test < 1 || rows.Length / Test > MostFolds)
        {
            throw ValidationErrors.BadWindow("The windows", FormattableString.Invariant($"both have to have a length, and {MostFolds} folds are the most."));
        }

        var splits = new List<TrainTest>();
        if (rows.Count > 0)
        {
            for (var from = rows.Begins[0] + Train; rows.Ends[^1] - from >= Math.Max(1, Test / 2); from += Test)
            {
                Add(splits, rows, from);
            }
        }

        return splits.Count > 0 ? splits : throw ValidationErrors.TooFewRows($"{Name} walk-forward", rows.Count, 4);
    }

    void Add(List<TrainTest> splits, RowSpans rows, long from)
    {
        var (first, last) = (rows.FirstEndingAfter(from), rows.FirstEndingAfter(from + Test));
        var begin = Anchored ? 0 : rows.FirstEndingAfter(from - Train);
        if (last > first)
        {
            // A stretch without a row, such as a weekend, is nothing to test.
            int[] test = [.. Enumerable.Range(first, last - first)];
            splits.Add(new TrainTest(FormattableString.Invariant($"fold {splits.Count + 1}"), Border.Clear(rows, Enumerable.Range(begin, first - begin), test), test).Checked());
        }
    }
}
