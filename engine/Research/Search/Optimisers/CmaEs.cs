using MathNet.Numerics.LinearAlgebra;

namespace Workbench.Research.Search;

/// <summary>
/// Evolution of a covariance matrix (CMA-ES, N. Hansen): generations of candidates from a normal distribution that learns which way up
/// is. It sees ranks alone, so an undefined score is simply the last. Asks for whole generations; what rounds to a point that was tried
/// before is not asked for again. Where it comes to rest it starts anew with twice the candidates.
/// </summary>
public sealed class CmaEs : ISearch
{
    const double FirstSpread = 0.3;
    const int MostDraws = 100;

    /// <summary>Share of a whole number's width that the spread may not fall below: a neighbour is then some three spreads away.</summary>
    const double FloorOfWidth = 0.2;
    const int MostStale = 20;
    const int MostBarrenRuns = 6;

    readonly SearchSpace space;
    readonly int trials;
    readonly long seed;
    readonly Dictionary<string, double?> scores = new(StringComparer.Ordinal);
    readonly List<(Vector<double> Place, Point? Point)> generation = [];
    List<Point> asked = [];
    CmaConstants constants;
    CmaModel model;
    long draws;
    int runs;
    int stale;
    int barren;
    int sincePoint;

    /// <param name="space">Where to search. Lists count as if their order meant something.</param>
    /// <param name="trials">Points to ask for at most.</param>
    /// <param name="seed">Seed of its dice.</param>
    public CmaEs(SearchSpace space, int trials, long seed)
    {
        (this.space, this.trials, this.seed) = (space, trials, seed);
        constants = new CmaConstants(space.Axes.Count);
        model = new CmaModel(constants, [.. space.Axes.Select(_ => 0.5)], FirstSpread);
    }

    public string Name => "cma";

    public IReadOnlyList<Point> Ask(int most)
    {
        while (scores.Count < trials && barren < MostBarrenRuns)
        {
            Draw();
            asked = [.. generation.Select(candidate => candidate.Point).OfType<Point>().Where(point => !scores.ContainsKey(point.Key)).Distinct().Take(trials - scores.Count)];
            if (asked.Count > 0)
            {
                return asked;
            }

            Learn();
        }

        return [];
    }

    public void Tell(IReadOnlyList<double?> scores)
    {
        for (var i = 0; i < asked.Count; i++)
        {
            this.scores[asked[i].Key] = scores[i] is { } score && double.IsFinite(score) ? score : null;
        }

        sincePoint = 0;
        Learn();
    }

    void Draw()
    {
        generation.Clear();
        for (var i = 0; i < constants.Candidates; i++)
        {
            generation.Add(Candidate(SearchDice.For(seed, "cma", draws++)));
        }
    }

    // One that no constraint lets through is kept without a point: it ranks last and leads the others away.
    (Vector<double> Place, Point? Point) Candidate(SeededRandom dice)
    {
        var place = model.Draw(dice);
        for (var i = 0; i < MostDraws; i++)
        {
            var values = space.At([.. place.Select(SmoothBox.Into)]);
            if (space.Allows(values))
            {
                return (place, space.Point(values));
            }

            place = model.Draw(dice);
        }

        return (place, null);
    }

    void Learn()
    {
        var ranked = generation.Select(candidate => (candidate.Place, Score: candidate.Point is { } point ? scores.GetValueOrDefault(point.Key) : null))
            .OrderByDescending(candidate => candidate.Score.HasValue).ThenByDescending(candidate => candidate.Score).ToList();
        model.Learn([.. ranked.Select(candidate => candidate.Place)], Floors());
        sincePoint++;
        stale = ranked[0].Score == ranked[^1].Score ? stale + 1 : 0;
        if (model.IsSpent || stale > MostStale || sincePoint > MostStale)
        {
            Restart();
        }
    }

    double[] Floors() => [.. space.Axes.Select((axis, i) => FloorOfWidth * axis.Width(SmoothBox.Into(model.Mean[i])))];

    void Restart()
    {
        barren = sincePoint > MostStale ? barren + 1 : 0;
        runs++;
        (stale, sincePoint) = (0, 0);
        constants = new CmaConstants(space.Axes.Count, CmaConstants.Usual(space.Axes.Count) << Math.Min(runs, 10));
        model = new CmaModel(constants, SearchDice.Units(SearchDice.For(seed, "cma start", runs), space.Axes.Count), FirstSpread);
    }
}
