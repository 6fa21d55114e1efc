namespace Workbench.Research.Luck;

/// <summary>Parts the variants with figures from those without.</summary>
sealed class Sieve
{
    // As for a single run: a spread below this is rounding noise of equal numbers.
    const double NoSpread = 1e-15;

    public Sieve(ReturnsMatrix matrix)
    {
        if (matrix.Names.Count != matrix.Columns.Count)
        {
            throw LuckErrors.NamesDiffer(matrix.Names.Count, matrix.Columns.Count);
        }

        var rows = matrix.Rows;
        for (var k = 0; k < matrix.Columns.Count; k++)
        {
            if (Flaw(matrix.Columns[k], rows) is { } reason)
            {
                LeftOut.Add(new LeftOut(matrix.Names[k], reason));
            }
            else
            {
                Places.Add(k);
                Columns.Add(matrix.Columns[k]);
                Ratios.Add(Moments.Mean(matrix.Columns[k]) / Moments.Deviation(matrix.Columns[k]));
            }
        }
    }

    /// <summary>Columns of the matrix that have figures.</summary>
    public List<int> Places { get; } = [];

    /// <summary>Their returns.</summary>
    public List<double[]> Columns { get; } = [];

    /// <summary>Their Sharpe ratios per period.</summary>
    public List<double> Ratios { get; } = [];

    public List<LeftOut> LeftOut { get; } = [];

    /// <summary>The highest ratio; of equals the first.</summary>
    public int Best => Ratios.IndexOf(Ratios.Max());

    static string? Flaw(double[] returns, int rows) =>
        returns.Length == 0 ? "it has no returns"
        : returns.Length != rows ? FormattableString.Invariant($"it has {returns.Length} returns where others have {rows}")
        : Array.Exists(returns, value => !double.IsFinite(value)) ? "a return is not a number"
        : rows < 2 ? "one return has no spread"
        : Moments.Deviation(returns) is not > NoSpread ? "its returns do not vary"
        : null;
}
