using MathNet.Numerics.LinearAlgebra;

namespace Workbench.Research.Search;

/// <summary>
/// What a smooth unknown function is believed to be after some looks at it (Rasmussen, Williams 2006, chapter 2): zero on average,
/// Matérn 5/2 with a length for each axis, its scale and the noise fitted. Where one looked is rounded as the axes round, so that within
/// a whole number's share it is flat, as the truth is.
/// </summary>
sealed class GaussianProcess
{
    static readonly double[] Jitters = [0d, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6];
    readonly GaussianTerms terms;
    readonly List<double[]> places;
    readonly List<double[]> rows = [];
    readonly List<double> values;
    double[] weights = [];
    readonly double scale;

    GaussianProcess(GaussianTerms terms, IReadOnlyList<double[]> places, IReadOnlyList<double> values, Matrix<double> factor)
    {
        (this.terms, this.places, this.values) = (terms, [.. places], [.. values]);
        for (var i = 0; i < places.Count; i++)
        {
            rows.Add([.. Enumerable.Range(0, i + 1).Select(j => factor[i, j])]);
        }

        Weigh();
        scale = Scale();
    }

    /// <summary>How likely the values are under its terms, the scale chosen at its best; in logarithms and up to a constant.</summary>
    public double Likelihood => -rows.Select((row, i) => Math.Log(row[i])).Sum() - 0.5 * values.Count * Math.Log(scale);

    /// <summary>One that has seen values at places. Null where rounding leaves the matrix without a root, whatever is added to its diagonal.</summary>
    public static GaussianProcess? Of(GaussianTerms terms, IReadOnlyList<double[]> places, IReadOnlyList<double> values)
    {
        var covariance = Matrix<double>.Build.Dense(places.Count, places.Count, (i, j) => terms.Covariance(places[i], places[j]) + (i == j ? terms.Noise : 0d));
        foreach (var jitter in Jitters)
        {
            try
            {
                var factor = (covariance + Matrix<double>.Build.DenseDiagonal(places.Count, jitter)).Cholesky().Factor;
                return new GaussianProcess(terms, places, values, factor);
            }
            catch (ArgumentException)
            {
                // Not positive definite to the digits of a double; more on the diagonal may help.
            }
        }

        return null;
    }

    /// <summary>What the function is believed to be at a place, and how far off that may be (one standard deviation, noise not in it).</summary>
    public (double Mean, double Spread) At(double[] place)
    {
        var covariances = Covariances(place);
        var solved = Forward(covariances);
        return (Dot(covariances, weights), Math.Sqrt(scale * Math.Max(1e-12, 1d - Dot(solved, solved))));
    }

    /// <summary>What the function is believed to be at a place: the cheap half of <see cref="At"/>.</summary>
    public double Mean(double[] place) => Dot(Covariances(place), weights);

    /// <summary>Sees one more value, its terms unchanged.</summary>
    public void Add(double[] place, double value)
    {
        var row = Forward(Covariances(place));
        places.Add(place);
        values.Add(value);
        rows.Add([.. row, Math.Sqrt(Math.Max(1e-10, 1d + terms.Noise - Dot(row, row)))]);
        Weigh();
    }

    double[] Covariances(double[] place)
    {
        var covariances = new double[places.Count];
        for (var i = 0; i < covariances.Length; i++)
        {
            covariances[i] = terms.Covariance(place, places[i]);
        }

        return covariances;
    }

    double Scale()
    {
        var solved = Forward([.. values]);
        return Math.Max(1e-9, Dot(solved, solved) / values.Count);
    }

    void Weigh() => weights = Backward(Forward([.. values]));

    double[] Forward(double[] right)
    {
        var solved = new double[right.Length];
        for (var i = 0; i < solved.Length; i++)
        {
            var (row, sum) = (rows[i], right[i]);
            for (var j = 0; j < i; j++)
            {
                sum -= row[j] * solved[j];
            }

            solved[i] = sum / row[i];
        }

        return solved;
    }

    double[] Backward(double[] right)
    {
        var solved = (double[])right.Clone();
        for (var i = solved.Length - 1; i >= 0; i--)
        {
            var row = rows[i];
            solved[i] /= row[i];
            for (var j = 0; j < i; j++)
            {
                solved[j] -= row[j] * solved[i];
            }
        }

        return solved;
    }

    static double Dot(double[] a, double[] b)
    {
        var sum = 0d;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
