namespace Workbench.Research.Search;

/// <summary>
/// Looks where a Gaussian process expects the most: for objectives that are dear, in a few dimensions. Begins with a Latin hypercube of
/// 2n + 2 points; then come batches in which each point is chosen as if those before it had come to the best so far (constant liar,
/// Ginsbourger et al. 2010). The batch has a fixed size, so that the number of cores does not matter.
/// </summary>
public sealed class BayesianSearch : ISearch
{
    /// <summary>Most points: the work of one more grows with their square, and of a fit with their cube.</summary>
    public const int MostTrials = 500;

    readonly SearchSpace space;
    readonly int trials;
    readonly int batch;
    readonly long seed;
    readonly HashSet<string> known = new(StringComparer.Ordinal);
    readonly List<double[]> places = [];
    readonly List<double?> scores = [];
    GaussianTerms terms;
    int batches;

    /// <param name="space">Where to search.</param>
    /// <param name="trials">Points to ask for at most, up to <see cref="MostTrials"/>.</param>
    /// <param name="seed">Seed of its dice.</param>
    /// <param name="batch">Points of a batch: as many as may run at once. Default 4.</param>
    /// <exception cref="WorkbenchException">WB4131: more trials than it can take.</exception>
    public BayesianSearch(SearchSpace space, int trials, long seed, int batch = 4)
    {
        (this.space, this.seed, this.batch) = (space, seed, batch);
        this.trials = trials <= MostTrials ? trials : throw SearchErrors.TooLong(trials, MostTrials);
        terms = GaussianTerms.Usual([.. space.Axes.Select(axis => axis.IsOrdered)]);
    }

    public string Name => "bayes";

    public IReadOnlyList<Point> Ask(int most)
    {
        var wanted = Math.Min(trials - places.Count, places.Count == 0 ? 2 * space.Axes.Count + 2 : batch);
        return wanted <= 0 ? [] : places.Count == 0 ? First(wanted) : Batch(wanted);
    }

    public void Tell(IReadOnlyList<double?> scores) => this.scores.AddRange(scores.Select(score => score is { } value && double.IsFinite(value) ? score : null));

    List<Point> First(int wanted) =>
        [.. Sample.Of(space, wanted, Sample.LatinHypercubes(space.Axes.Count, wanted, seed)).Select(point => Taken(space.Find(point)!))];

    List<Point> Batch(int wanted)
    {
        var values = Standardised.Of(scores);
        if (GaussianFit.Of(ref terms, places, values) is not { } process)
        {
            return [];
        }

        var lie = values.Max();
        var points = new List<Point>();
        var dice = SearchDice.For(seed, "bayes", batches++);
        while (points.Count < wanted && Promising.Find(space, process, Best(process), known, dice) is { } found)
        {
            points.Add(Taken(found));
            process.Add(places[^1], lie);
        }

        return points;
    }

    // The best that is believed of a place looked at, not the best seen: a lucky look should not hide its neighbours.
    (double[] Place, double Mean) Best(GaussianProcess process) =>
        places.Select(place => (Place: place, Mean: process.Mean(place))).MaxBy(each => each.Mean);

    Point Taken(AxisValue[] values)
    {
        var point = space.Point(values);
        known.Add(point.Key);
        places.Add([.. values.Select(value => value.Unit)]);
        return point;
    }
}
