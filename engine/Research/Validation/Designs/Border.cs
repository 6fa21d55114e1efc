namespace Workbench.Research.Validation;

/// <summary>What is kept out of training around what is tested, so that neither knows of the other. Measured in time, never in rows.</summary>
public sealed record Border
{
    /// <summary>Nothing is kept out: rows that touch are neighbours all the same.</summary>
    public static Border None { get; } = new();

    /// <summary>Longest time that information reaches beyond its row, nanoseconds: how long a position is held. Rows whose reach touches a tested
    /// stretch are left out on both sides, equal stamps included. Null keeps all of them. Default null.</summary>
    public long? Purge { get; init; }

    /// <summary>Time after a tested stretch that is left out besides, nanoseconds: features computed there look back into it. Default 0.</summary>
    public long Embargo { get; init; }

    /// <summary>The rows out of some that may be trained on beside what is tested.</summary>
    /// <param name="rows">All rows in time.</param>
    /// <param name="candidates">Rows that may be trained on, rising; none is tested.</param>
    /// <param name="test">Rows that are tested, rising.</param>
    public IReadOnlyList<int> Clear(RowSpans rows, IEnumerable<int> candidates, IReadOnlyList<int> test)
    {
        var stretches = Stretches(test);
        return [.. candidates.Where(row => !stretches.Exists(stretch => Clashes(rows, row, stretch)))];
    }

    bool Clashes(RowSpans rows, int row, (int First, int Last) test)
    {
        var (begins, ends) = (rows.Begins[test.First], rows.Ends[test.Last]);
        return (Purge is { } reach && rows.Begins[row] <= Later(ends, reach) && Later(rows.Ends[row], reach) >= begins)
            || (row > test.Last && Embargo > 0 && rows.Begins[row] < Later(ends, Embargo));
    }

    /// <summary>Runs of neighbouring rows.</summary>
    static List<(int First, int Last)> Stretches(IReadOnlyList<int> test)
    {
        var stretches = new List<(int First, int Last)>();
        foreach (var row in test)
        {
            if (stretches.Count > 0 && stretches[^1].Last == row - 1)
            {
                stretches[^1] = (stretches[^1].First, row);
            }
            else
            {
                stretches.Add((row, row));
            }
        }

        return stretches;
    }

    static long Later(long time, long by) => time > long.MaxValue - by ? long.MaxValue : time + by;
}
