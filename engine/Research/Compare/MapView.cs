namespace Workbench.Research.Compare;

/// <summary>The objective over two axes, all variants that share both places taken together. Undefined where none has a figure.</summary>
/// <param name="Across">Place of the axis across.</param>
/// <param name="Down">Place of the axis down.</param>
/// <param name="Best">The best of each cell, rows down.</param>
/// <param name="Middle">The median of each cell.</param>
/// <param name="Plateau">The best plateau score of each cell: the lower quarter of a point with its neighbours on all axes, so that a peak that stands alone loses.</param>
/// <param name="Counts">Variants of each cell, those without a figure included.</param>
public sealed record MapView(int Across, int Down, double[][] Best, double[][] Middle, double[][] Plateau, int[][] Counts)
{
    internal static MapView Of(int across, int down, IReadOnlyList<AxisView> axes, IReadOnlyList<double?> scores, IReadOnlyList<double?> plateaus)
    {
        var (columns, rows) = (axes[across], axes[down]);
        var (own, around, counts) = (Grid<List<double>>(rows, columns), Grid<List<double>>(rows, columns), Grid<int>(rows, columns));
        for (var i = 0; i < scores.Count; i++)
        {
            var (row, column) = (rows.Places[i], columns.Places[i]);
            if (row >= 0 && column >= 0)
            {
                counts[row][column]++;
                (own[row][column] ??= []).AddRange(scores[i] is { } score ? [score] : []);
                (around[row][column] ??= []).AddRange(plateaus[i] is { } plateau ? [plateau] : []);
            }
        }

        return new MapView(across, down, Each(own, cell => cell.Max()), Each(own, Median), Each(around, cell => cell.Max()), counts);
    }

    static double Median(List<double> cell) => Moments.Quantile([.. cell.Order()], 0.5);

    static double[][] Each(List<double>[][] cells, Func<List<double>, double> figure) =>
        [.. cells.Select(row => row.Select(cell => cell is { Count: > 0 } ? figure(cell) : double.NaN).ToArray())];

    static T[][] Grid<T>(AxisView rows, AxisView columns) => [.. Enumerable.Range(0, rows.Labels.Count).Select(_ => new T[columns.Labels.Count])];
}
