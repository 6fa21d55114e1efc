namespace Workbench.Research.Search;

/// <summary>Points of a space made of a stream of coordinates. What a constraint forbids is passed over, and so is what rounds to a point already given.</summary>
static class Sample
{
    /// <summary>After so many coordinates in a row without a new point there is no other to be found.</summary>
    const int MostMisses = 100_000;

    /// <summary>The first so many different points that a stream comes to, or fewer where it comes to no others.</summary>
    public static IEnumerable<Point> Of(SearchSpace space, int trials, IEnumerable<double[]> stream)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        var misses = 0;
        foreach (var units in stream)
        {
            var values = space.At(units);
            if (space.Allows(values) && space.Point(values) is var point && given.Add(point.Key))
            {
                yield return point;
                misses = -1;
            }

            if (given.Count == trials || ++misses == MostMisses)
            {
                yield break;
            }
        }
    }

    /// <summary>Coordinates without any order: what every other way has to beat.</summary>
    public static IEnumerable<double[]> Random(int axes, long seed)
    {
        var dice = SearchDice.For(seed, "random");
        while (true)
        {
            yield return SearchDice.Units(dice, axes);
        }
    }

    /// <summary>A Sobol sequence under a seeded shift.</summary>
    public static IEnumerable<double[]> Sobol(int axes, long seed)
    {
        var sequence = new SobolSequence(axes, seed);
        for (var i = 0L; i <= uint.MaxValue; i++)
        {
            yield return sequence.At(i);
        }
    }

    /// <summary>Latin hypercubes, one after the other: the second fills what constraints took from the first.</summary>
    public static IEnumerable<double[]> LatinHypercubes(int axes, int points, long seed)
    {
        for (var i = 0; ; i++)
        {
            foreach (var units in LatinHypercube.Of(axes, points, SearchDice.For(seed, "lhs", i), i == 0 ? 8 : 1))
            {
                yield return units;
            }
        }
    }
}
