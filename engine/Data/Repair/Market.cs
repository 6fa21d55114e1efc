namespace Workbench.Data.Repair;

/// <summary>What is usual for a row of prices, told by medians: one bad price in two would be needed to move them.</summary>
sealed class Market
{
    /// <summary>Turns the median of absolute values into the standard deviation of a normal distribution.</summary>
    const double MedianToDeviation = 1.4826;

    /// <summary>Moves that are needed before anything is usual.</summary>
    const int FewestMoves = 5;

    readonly IReadOnlyList<PriceRow> rows;

    public Market(IReadOnlyList<PriceRow> rows)
    {
        this.rows = rows;
        Priced = [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].HasPrices)];
        var moves = Priced.Skip(1).Select((row, i) => Math.Abs(Math.Log(rows[row].Close / rows[Priced[i]].Close))).Where(move => move > 0).ToList();
        UsualMove = moves.Count < FewestMoves ? 0 : MedianToDeviation * Median(moves);
    }

    /// <summary>Places of the rows that have prices.</summary>
    public IReadOnlyList<int> Priced { get; }

    /// <summary>Standard deviation of the logarithm of a bar's move, of the bars that moved; 0 where hardly any did.</summary>
    public double UsualMove { get; }

    /// <summary>Logarithm of a row's typical price: the mean of its four.</summary>
    public double Level(int row)
    {
        var at = rows[row];
        return (Math.Log(at.Open) + Math.Log(at.High) + Math.Log(at.Low) + Math.Log(at.Close)) / 4;
    }

    /// <summary>The step of the level into the priced row of that number.</summary>
    public double Step(int number) => Level(Priced[number]) - Level(Priced[number - 1]);

    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
