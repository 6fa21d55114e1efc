using System.Numerics;

namespace Workbench.Research.Luck;

/// <summary>
/// Sums and sums of squares of each block of rows, and the Sharpe ratios of halves put together of them. Both halves are summed, neither
/// is what the other leaves of the total: variants that differ elsewhere and are equal in a half must come out equal to the last bit there.
/// </summary>
sealed class BlockSums
{
    // What rounding leaves of no spread, beside the mean square.
    const double Rounding = 1e-12;

    readonly int rows;
    readonly double[][] sums;
    readonly double[][] squares;
    readonly double[] sum;
    readonly double[] square;

    public BlockSums(IReadOnlyList<double[]> columns, int blocks)
    {
        var (width, height) = (columns.Count, columns[0].Length / blocks);
        rows = height * blocks / 2;
        (sum, square) = (new double[width], new double[width]);
        (sums, squares) = (Table(blocks, width), Table(blocks, width));
        for (var k = 0; k < width; k++)
        {
            var column = columns[k].AsSpan(columns[k].Length - height * blocks);
            for (var i = 0; i < column.Length; i++)
            {
                sums[i / height][k] += column[i];
                squares[i / height][k] += column[i] * column[i];
            }
        }
    }

    /// <summary>Sharpe ratio (n − 1) of each column in those blocks, one bit a block. Where a column does not move it counts as 0: nothing won, nothing lost.</summary>
    public void Sharpe(uint blocks, Span<double> ratios)
    {
        Array.Clear(sum);
        Array.Clear(square);
        for (; blocks != 0; blocks &= blocks - 1)
        {
            var block = BitOperations.TrailingZeroCount(blocks);
            Lanes.Add(sum, sums[block], 1d);
            Lanes.Add(square, squares[block], 1d);
        }

        for (var k = 0; k < sum.Length; k++)
        {
            var variance = (square[k] - sum[k] * sum[k] / rows) / (rows - 1);
            ratios[k] = variance <= Rounding * square[k] / rows ? 0d : sum[k] / rows / Math.Sqrt(variance);
        }
    }

    static double[][] Table(int blocks, int width) => [.. Enumerable.Range(0, blocks).Select(_ => new double[width])];
}
