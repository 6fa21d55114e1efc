using MathNet.Numerics.LinearAlgebra;

namespace Workbench.Research.Search;

/// <summary>The normal distribution that candidates are drawn from, and how it learns from their ranks (N. Hansen's tutorial, 2016).</summary>
sealed class CmaModel
{
    /// <summary>A third of the range: beyond that a candidate may as well be anywhere.</summary>
    const double WidestSpread = 1d / 3d;
    const double WorstCondition = 1e14;
    const double Narrowest = 1e-7;
    readonly CmaConstants constants;
    readonly int axes;
    Vector<double> path;
    Vector<double> stepPath;
    Matrix<double> covariance;
    Matrix<double> basis;
    Vector<double> lengths;
    double step;
    int generations;

    public CmaModel(CmaConstants constants, double[] start, double step)
    {
        (this.constants, this.step, axes) = (constants, step, start.Length);
        Mean = Vector<double>.Build.Dense([.. start]);
        path = Vector<double>.Build.Dense(axes);
        stepPath = Vector<double>.Build.Dense(axes);
        covariance = Matrix<double>.Build.DenseIdentity(axes);
        basis = Matrix<double>.Build.DenseIdentity(axes);
        lengths = Vector<double>.Build.Dense(axes, 1d);
    }

    /// <summary>Its middle.</summary>
    public Vector<double> Mean { get; private set; }

    /// <summary>Whether it can learn no more: worn out, too narrow for the digits of a value, or out of shape.</summary>
    public bool IsSpent => generations >= constants.MostGenerations || !double.IsFinite(step) || lengths.Minimum() <= 0d
        || Math.Pow(lengths.Maximum() / lengths.Minimum(), 2) > WorstCondition || step * lengths.Maximum() < Narrowest;

    /// <summary>A candidate, anywhere on the number line.</summary>
    public Vector<double> Draw(SeededRandom dice)
    {
        var normal = Vector<double>.Build.Dense(axes);
        for (var i = 0; i < axes; i++)
        {
            normal[i] = lengths[i] * SearchDice.Normal(dice);
        }

        return Mean + step * (basis * normal);
    }

    /// <summary>Moves and bends towards the better half.</summary>
    /// <param name="ranked">All candidates of the generation, the best first.</param>
    /// <param name="floors">Least spread on each axis: below it, an axis of whole numbers would never leave the one it is on.</param>
    public void Learn(IReadOnlyList<Vector<double>> ranked, double[] floors)
    {
        Vector<double>[] moves = [.. ranked.Take(constants.Weights.Count).Select(candidate => (candidate - Mean) / step)];
        var move = Weighted(moves);
        generations++;
        Mean += step * move;
        var isOnWay = WalkPaths(move);
        Bend(moves, isOnWay);
        step *= Math.Exp(Math.Min(1d, constants.StepRate / constants.Damping * (stepPath.L2Norm() / constants.NormalLength - 1d)));
        Hold(floors);
        Decompose();
    }

    Vector<double> Weighted(Vector<double>[] moves)
    {
        var sum = Vector<double>.Build.Dense(axes);
        for (var i = 0; i < moves.Length; i++)
        {
            sum += constants.Weights[i] * moves[i];
        }

        return sum;
    }

    bool WalkPaths(Vector<double> move)
    {
        var (rate, mass) = (constants.StepRate, constants.Mass);
        var whitened = basis * (basis.TransposeThisAndMultiply(move) / lengths);
        stepPath = (1d - rate) * stepPath + Math.Sqrt(rate * (2d - rate) * mass) * whitened;
        var expected = Math.Sqrt(1d - Math.Pow(1d - rate, 2 * generations)) * constants.NormalLength;
        var isOnWay = stepPath.L2Norm() < (1.4 + 2d / (axes + 1d)) * expected;
        path = (1d - constants.PathRate) * path + (isOnWay ? Math.Sqrt(constants.PathRate * (2d - constants.PathRate) * mass) : 0d) * move;
        return isOnWay;
    }

    void Bend(Vector<double>[] moves, bool isOnWay)
    {
        var (one, many) = (constants.RankOne, constants.RankMany);
        var kept = 1d - one - many + (isOnWay ? 0d : one * constants.PathRate * (2d - constants.PathRate));
        covariance = kept * covariance + one * path.OuterProduct(path);
        for (var i = 0; i < moves.Length; i++)
        {
            covariance += many * constants.Weights[i] * moves[i].OuterProduct(moves[i]);
        }
    }

    void Hold(double[] floors)
    {
        for (var i = 0; i < axes; i++)
        {
            var spread = step * Math.Sqrt(covariance[i, i]);
            if (spread < floors[i])
            {
                Stretch(i, floors[i] / spread);
            }
        }

        var widest = step * Math.Sqrt(covariance.Diagonal().Maximum());
        step *= widest > WidestSpread ? WidestSpread / widest : 1d;
    }

    void Stretch(int axis, double factor)
    {
        for (var i = 0; i < axes; i++)
        {
            covariance[axis, i] *= factor;
            covariance[i, axis] *= factor;
        }
    }

    void Decompose()
    {
        if (!double.IsFinite(step) || !covariance.Enumerate().All(double.IsFinite))
        {
            step = double.NaN;
            return;
        }

        var parts = covariance.Evd(Symmetricity.Symmetric);
        basis = parts.EigenVectors;
        lengths = parts.EigenValues.Map(value => Math.Sqrt(Math.Max(0d, value.Real)));
    }
}
