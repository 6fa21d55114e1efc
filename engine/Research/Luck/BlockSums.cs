namespace Workbench.Research.Luck;

/// <summary>Sums and sums of squares of each block of rows, and the Sharpe ratios of halves put together of them.</summary>
sealed class BlockSums
{
    readonly int rows;
    readonly double[] centres;
    readonly double[] least;
    readonly double[] total;
    readonly double[] totalSquares;
    readonly double[][] sums;
    readonly double[][] squares;
    readonly double[] half;
    readonly double[] halfSquares;

    public BlockSums(IReadOnlyList<double[]> columns, int blocks)
    {
        var (width, height) = (columns.Count, columns[0].Length / blocks);
        rows = height * blocks / 2;
        (centres, least, half, halfSquares) = (new double[width], new double[width], new double[width], new double[width]);
        (total, totalSquares) = (new double[width], new double[width]);
        (sums, squares) = (Table(blocks, width), Table(blocks, width));
        for (var k = 0; k < width; k++)
        {
            Add(columns[k].AsSpan(columns[k].Length - height * blocks), k, height);
        }
    }

    /// <summary>Sharpe ratio (n − 1) of each column in the half, and in the other. A half in which a column does not move counts as 0: nothing won, nothing lost.</summary>
    public void Sharpe(uint blocks, Span<double> mine, Span<double> other)
    {
        Array.Clear(half);
        Array.Clear(halfSquares);
        for (var block = 0; block < sums.Length; block++)
        {
            if ((blocks >> block & 1) != 0)
            {
                Lanes.Add(half, sums[block], 1d);
                Lanes.Add(halfSquares, squares[block], 1d);
            }
        }

        for (var k = 0; k < half.Length; k++)
        {
            mine[k] = Ratio(k, half[k], halfSquares[k]);
            other[k] = Ratio(k, total[k] - half[k], totalSquares[k] - halfSquares[k]);
        }
    }

    double Ratio(int k, double sum, double square)
    {
        var variance = (square - sum * sum / rows) / (rows - 1);
        return variance <= least[k] ? 0d : (centres[k] + sum / rows) / Math.Sqrt(variance);
    }

    /// <summary>Sums are of distances to the column's mean: squares of the returns themselves would cancel.</summary>
    void Add(ReadOnlySpan<double> column, int k, int height)
    {
        centres[k] = Moments.Mean(column);
        for (var i = 0; i < column.Length; i++)
        {
            var distance = column[i] - centres[k];
            sums[i / height][k] += distance;
            squares[i / height][k] += distance * distance;
        }

        for (var block = 0; block < sums.Length; block++)
        {
            total[k] += sums[block][k];
            totalSquares[k] += squares[block][k];
        }

        // A spread a millionth of the column's own is what rounding leaves of none.
        least[k] = 1e-12 * totalSquares[k] / column.Length;
    }

    static double[][] Table(int blocks, int width) => [.. Enumerable.Range(0, blocks).Select(_ => new double[width])];
}
