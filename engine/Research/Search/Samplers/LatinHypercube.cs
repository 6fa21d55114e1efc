namespace Workbench.Research.Search;

/// <summary>Points of which each axis, cut into as many strata as there are points, has one in every stratum.</summary>
public static class LatinHypercube
{
    /// <summary>Distances between more points than these cost more than they are worth.</summary>
    const int MostCompared = 1_000;

    /// <summary>Of a few hypercubes the one whose nearest two points are farthest apart.</summary>
    /// <param name="axes">Coordinates of a point.</param>
    /// <param name="points">Points, and strata of each axis.</param>
    /// <param name="dice">Where its chances come from.</param>
    /// <param name="tries">Hypercubes to choose among.</param>
    public static double[][] Of(int axes, int points, SeededRandom dice, int tries = 8)
    {
        var best = Once(axes, points, dice);
        for (var i = 1; i < tries && points <= MostCompared; i++)
        {
            var other = Once(axes, points, dice);
            best = Nearest(other) > Nearest(best) ? other : best;
        }

        return best;
    }

    static double[][] Once(int axes, int points, SeededRandom dice)
    {
        var design = new double[points][];
        for (var i = 0; i < points; i++)
        {
            design[i] = new double[axes];
        }

        for (var axis = 0; axis < axes; axis++)
        {
            var strata = Shuffled(points, dice);
            for (var i = 0; i < points; i++)
            {
                design[i][axis] = (strata[i] + dice.NextDouble()) / points;
            }
        }

        return design;
    }

    static int[] Shuffled(int count, SeededRandom dice)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (var i = count - 1; i > 0; i--)
        {
            var other = dice.Next(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }

    static double Nearest(double[][] design)
    {
        var nearest = double.PositiveInfinity;
        for (var i = 1; i < design.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                nearest = Math.Min(nearest, Distance(design[i], design[j]));
            }
        }

        return nearest;
    }

    static double Distance(double[] a, double[] b)
    {
        var sum = 0d;
        for (var i = 0; i < a.Length; i++)
        {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }

        return sum;
    }
}
