namespace Workbench.Research.Search;

/// <summary>Finds where a Gaussian process expects the greatest improvement: seeded random places, and short walks from the best of them.</summary>
static class Promising
{
    const int RandomPlaces = 300;
    const int NearPlaces = 100;
    const int Walkers = 3;
    const int Steps = 40;
    const int MostMisses = 20_000;

    /// <summary>Values that were not tried yet; null where none are left.</summary>
    /// <param name="space">Where to look.</param>
    /// <param name="process">What is believed.</param>
    /// <param name="best">The best place looked at, and what is believed of it.</param>
    /// <param name="known">Keys of the points that were tried.</param>
    /// <param name="dice">Where its chances come from.</param>
    public static AxisValue[]? Find(SearchSpace space, GaussianProcess process, (double[] Place, double Mean) best, HashSet<string> known, SeededRandom dice)
    {
        (AxisValue[] Values, double Gain)? Look(double[] units)
        {
            var values = space.At(units);
            if (!space.Allows(values) || known.Contains(space.Point(values).Key))
            {
                return null;
            }

            var (mean, spread) = process.At(Units(values));
            return (values, Improvement.Log(mean, spread, best.Mean));
        }

        var first = Scattered(space.Axes.Count, dice).Select(Look).Take(MostMisses).OfType<(AxisValue[] Values, double Gain)>().Take(RandomPlaces);
        var near = Enumerable.Range(0, NearPlaces).Select(_ => Look(Near(best.Place, 0.1, dice))).OfType<(AxisValue[] Values, double Gain)>();
        List<(AxisValue[] Values, double Gain)> starts = [.. first.Concat(near).OrderByDescending(each => each.Gain).Take(Walkers)];
        return starts.Count == 0 ? null : starts.Select(start => Walk(start, Look, dice)).MaxBy(each => each.Gain).Values;
    }

    static (AxisValue[] Values, double Gain) Walk((AxisValue[] Values, double Gain) at, Func<double[], (AxisValue[] Values, double Gain)?> look, SeededRandom dice)
    {
        var reach = 0.1;
        for (var i = 0; i < Steps; i++)
        {
            if (look(Near(Units(at.Values), reach, dice)) is { } next && next.Gain > at.Gain)
            {
                at = next;
            }
            else
            {
                reach *= 0.9;
            }
        }

        return at;
    }

    static IEnumerable<double[]> Scattered(int axes, SeededRandom dice)
    {
        while (true)
        {
            yield return SearchDice.Units(dice, axes);
        }
    }

    static double[] Near(double[] place, double reach, SeededRandom dice) => [.. place.Select(unit => unit + reach * SearchDice.Normal(dice))];

    static double[] Units(AxisValue[] values) => [.. values.Select(value => value.Unit)];
}
