namespace Workbench.Research.Validation;

/// <summary>A design of a validation: index sets over the rows of a matrix of returns, and nothing else. What they are used for is others' affair.</summary>
/// <param name="Border">What is kept out of training around what is tested.</param>
public abstract record Design(Border Border)
{
    /// <summary>Its name: rolling, anchored, kfold, cpcv.</summary>
    public abstract string Name { get; }

    /// <summary>The splits over these rows, in their order.</summary>
    /// <exception cref="WorkbenchException">WB4150–WB4152, WB4156: there are too few rows for it, or the border leaves nothing to train on.</exception>
    public abstract IReadOnlyList<TrainTest> Over(RowSpans rows);

    /// <summary>Rows parted into neighbouring groups, as alike in size as can be; the first ones are the larger.</summary>
    protected static IReadOnlyList<int[]> Grouped(int rows, int groups) =>
        [.. Enumerable.Range(0, groups).Select(at => Enumerable.Range(First(rows, groups, at), First(rows, groups, at + 1) - First(rows, groups, at)).ToArray())];

    static int First(int rows, int groups, int at) => rows / groups * at + Math.Min(at, rows % groups);
}
