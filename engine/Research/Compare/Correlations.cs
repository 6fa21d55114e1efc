namespace Workbench.Research.Compare;

/// <summary>How the returns of all pairs move together, those that move alike beside each other.</summary>
/// <param name="Order">Places of the contenders in the order of their clusters.</param>
/// <param name="Matrix">Correlation of each pair, in the order they were given; NaN where one of them never moved.</param>
public sealed record Correlations(IReadOnlyList<int> Order, double[][] Matrix)
{
    internal static Correlations Of(IReadOnlyList<double[]> columns)
    {
        var matrix = columns.Select(one => columns.Select(other => Between(one, other)).ToArray()).ToArray();
        return new Correlations(Clustered(matrix), matrix);
    }

    static double Between(double[] a, double[] b)
    {
        if (a.Length < 3 || a.Length != b.Length)
        {
            return double.NaN;
        }

        var spread = Moments.Deviation(a) * Moments.Deviation(b);
        return spread > 0d ? Math.Clamp(Moments.Covariance(a, b) / spread, -1d, 1d) : double.NaN;
    }

    /// <summary>Average linkage over the distance √((1 − ρ) / 2): the two nearest groups are joined until one is left, and its order is the answer.</summary>
    static List<int> Clustered(double[][] matrix)
    {
        var groups = Enumerable.Range(0, matrix.Length).Select(at => new List<int> { at }).ToList();
        while (groups.Count > 1)
        {
            var (one, other, nearest) = (0, 1, double.PositiveInfinity);
            for (var i = 0; i < groups.Count; i++)
            {
                for (var j = i + 1; j < groups.Count; j++)
                {
                    var distance = Distance(matrix, groups[i], groups[j]);
                    (one, other, nearest) = distance < nearest ? (i, j, distance) : (one, other, nearest);
                }
            }

            groups[one].AddRange(groups[other]);
            groups.RemoveAt(other);
        }

        return groups.Count == 0 ? [] : groups[0];
    }

    static double Distance(double[][] matrix, List<int> one, List<int> other)
    {
        var sum = 0d;
        foreach (var a in one)
        {
            foreach (var b in other)
            {
                sum += double.IsNaN(matrix[a][b]) ? 1d : Math.Sqrt((1d - matrix[a][b]) / 2d);
            }
        }

        return sum / (one.Count * other.Count);
    }
}
