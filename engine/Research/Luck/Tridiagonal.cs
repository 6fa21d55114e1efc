namespace Workbench.Research.Luck;

/// <summary>
/// Eigenvalues, and they alone, of a symmetric matrix: Householder's reflections down to three diagonals, then implicit QL steps.
/// MathNet finds vectors too, which takes many times as long.
/// </summary>
static class Tridiagonal
{
    /// <summary>The eigenvalues, in no order. The matrix, full rows, is used up.</summary>
    public static double[] Eigenvalues(double[][] matrix)
    {
        var size = matrix.Length;
        var (diagonal, beside) = (new double[size], new double[size]);
        for (var last = size - 1; last >= 1; last--)
        {
            diagonal[last] = matrix[last][last];
            beside[last - 1] = Reflect(matrix, last);
        }

        diagonal[0] = size > 0 ? matrix[0][0] : 0d;
        for (var low = 0; low < size; low++)
        {
            Settle(diagonal, beside, low);
        }

        return diagonal;
    }

    /// <summary>Turns the row beside the diagonal onto one axis and the matrix above with it; gives what stands beside the diagonal then.</summary>
    static double Reflect(double[][] matrix, int last)
    {
        var row = matrix[last].AsSpan(0, last);
        var length = Math.Sqrt(Lanes.Dot(row, row));
        if (length == 0d)
        {
            return 0d;
        }

        var beside = row[^1] > 0d ? -length : length;
        row[^1] -= beside;
        var norm = Lanes.Dot(row, row) / 2;
        var turned = new double[last];
        for (var i = 0; i < last; i++)
        {
            turned[i] = Lanes.Dot(matrix[i].AsSpan(0, last), row) / norm;
        }

        Lanes.Add(turned, row, -Lanes.Dot(turned, row) / (2 * norm));
        for (var i = 0; i < last; i++)
        {
            var above = matrix[i].AsSpan(0, last);
            Lanes.Add(above, turned, -row[i]);
            Lanes.Add(above, row, -turned[i]);
        }

        return beside;
    }

    /// <summary>QL steps until what stands beside the diagonal at <paramref name="low"/> is gone.</summary>
    static void Settle(double[] diagonal, double[] beside, int low)
    {
        const int Most = 60;

        for (var step = 0; step < Most; step++)
        {
            var high = low;
            while (high < diagonal.Length - 1 && Math.Abs(beside[high]) > double.Epsilon
                && Math.Abs(beside[high]) > 2.3e-16 * (Math.Abs(diagonal[high]) + Math.Abs(diagonal[high + 1])))
            {
                high++;
            }

            if (high == low)
            {
                return;
            }

            Step(diagonal, beside, low, high);
        }
    }

    /// <summary>One implicit step with Wilkinson's shift.</summary>
    static void Step(double[] diagonal, double[] beside, int low, int high)
    {
        var ratio = (diagonal[low + 1] - diagonal[low]) / (2 * beside[low]);
        var root = double.Hypot(ratio, 1d);
        var shifted = diagonal[high] - diagonal[low] + beside[low] / (ratio + Math.CopySign(root, ratio));
        var (sine, cosine, carried) = (1d, 1d, 0d);
        for (var i = high - 1; i >= low; i--)
        {
            var (across, kept) = (sine * beside[i], cosine * beside[i]);
            root = double.Hypot(across, shifted);
            beside[i + 1] = root;
            if (root == 0d)
            {
                diagonal[i + 1] -= carried;
                beside[high] = 0d;
                return;
            }

            (sine, cosine) = (across / root, shifted / root);
            shifted = diagonal[i + 1] - carried;
            var turn = (diagonal[i] - shifted) * sine + 2 * cosine * kept;
            carried = sine * turn;
            diagonal[i + 1] = shifted + carried;
            shifted = cosine * turn - kept;
        }

        diagonal[low] -= carried;
        beside[low] = shifted;
        beside[high] = 0d;
    }
}
