namespace Workbench.Research.Luck;

/// <summary>Eigenvalues of the correlation matrix of some columns.</summary>
static class Spectrum
{
    /// <summary>Above this many variants and periods it would take minutes.</summary>
    public const int Largest = 2_000;

    /// <summary>Columns centred and of length one: their products are correlations.</summary>
    public static double[][] Directions(IReadOnlyList<double[]> columns) => [.. columns.Select(column =>
    {
        var mean = Moments.Mean(column);
        var direction = Array.ConvertAll(column, value => value - mean);
        var length = Math.Sqrt(Lanes.Dot(direction, direction));
        return Array.ConvertAll(direction, value => value / length);
    })];

    /// <summary>Mean correlation of two different columns, without looking at each pair: the square of the sum of all holds every product twice.</summary>
    public static double MeanCorrelation(double[][] directions)
    {
        var sum = new double[directions[0].Length];
        foreach (var direction in directions)
        {
            Lanes.Add(sum, direction, 1d);
        }

        var count = (double)directions.Length;
        return (Lanes.Dot(sum, sum) - count) / (count * (count - 1));
    }

    /// <summary>Eigenvalues that are not zero by construction, from the smaller of the two products of the columns with themselves.</summary>
    public static double[] Of(double[][] directions)
    {
        var wide = directions.Length > directions[0].Length;
        var vectors = wide ? Turned(directions) : directions;
        var size = vectors.Length;
        var products = new double[size][];
        for (var i = 0; i < size; i++)
        {
            products[i] = new double[size];
            for (var j = 0; j <= i; j++)
            {
                products[i][j] = products[j][i] = Lanes.Dot(vectors[i], vectors[j]);
            }
        }

        // What rounding leaves of zero may lie below it.
        return Array.ConvertAll(Tridiagonal.Eigenvalues(products), value => Math.Max(0d, value));
    }

    static double[][] Turned(double[][] columns) =>
        [.. Enumerable.Range(0, columns[0].Length).Select(row => Array.ConvertAll(columns, column => column[row]))];
}
