namespace Workbench.Research.Compare;

/// <summary>The objective over two axes, all variants that share both places taken together. Undefined where none has a figure.</summary>
/// <param name="Across">Place of the axis across.</param>
/// <param name="Down">Place of the axis down.</param>
/// <param name="Best">The best of each cell, rows down.</param>
/// <param name="Middle">The median of each cell.</param>
/// <param name="Plateau">The lower quarter of each cell with its neighbours: what is left of a peak that stands alone.</param>
/// <param name="Counts">Variants of each cell, those without a figure included.</param>
public sealed record MapView(int Across, int Down, double[][] Best, double[][] Middle, double[][] Plateau, int[][] Counts)
{
    internal static MapView Of(int across, int down, IReadOnlyList<AxisView> axes, IReadOnlyList<double?> scores)
    {
        var (columns, rows) = (axes[across], axes[down]);
        var cells = new List<double>[rows.Labels.Count, columns.Labels.Count];
        var counts = Grid<int>(rows, columns);
        for (var i = 0; i < scores.Count; i++)
        {
            var (row, column) = (rows.Places[i], columns.Places[i]);
            if (row >= 0 && column >= 0)
            {
                counts[row][column]++;
                (cells[row, column] ??= []).AddRange(scores[i] is { } score ? [score] : []);
            }
        }

        var (best, middle, plateau) = (Grid<double>(rows, columns), Grid<double>(rows, columns), Grid<double>(rows, columns));
        for (var row = 0; row < best.Length; row++)
        {
            for (var column = 0; column < best[row].Length; column++)
            {
                var own = cells[row, column] ?? [];
                own.Sort();
                best[row][column] = own.Count == 0 ? double.NaN : own[^1];
                middle[row][column] = own.Count == 0 ? double.NaN : Moments.Quantile([.. own], 0.5);
                plateau[row][column] = own.Count == 0 ? double.NaN : LowerQuarter(cells, row, column);
            }
        }

        return new MapView(across, down, best, middle, plateau, counts);
    }

    static double LowerQuarter(List<double>[,] cells, int row, int column)
    {
        var near = new List<double>();
        for (var i = Math.Max(0, row - 1); i <= Math.Min(cells.GetLength(0) - 1, row + 1); i++)
        {
            for (var j = Math.Max(0, column - 1); j <= Math.Min(cells.GetLength(1) - 1, column + 1); j++)
            {
                near.AddRange(cells[i, j] ?? []);
            }
        }

        near.Sort();
        return Moments.Quantile([.. near], 0.25);
    }

    static T[][] Grid<T>(AxisView rows, AxisView columns) => [.. Enumerable.Range(0, rows.Labels.Count).Select(_ => new T[columns.Labels.Count])];
}
