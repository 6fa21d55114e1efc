namespace Workbench.Research.Luck;

/// <summary>
/// The tests tested: how often they call an edge where all is noise, and where one variant is truly good. An edge shifts one column
/// by a constant, which changes neither the errors of the means nor what resampling adds to them: one bootstrap serves all edges.
/// </summary>
public static class PowerStudy
{
    static readonly (string Key, string Label)[] Tests =
        [("spa", "SPA"), ("white", "White"), ("sidak", "Šidák"), ("dsr", "DSR ≥ 0.95"), ("stepwise", "stepwise list names it")];

    /// <summary>Draws all searches and counts.</summary>
    /// <param name="terms">What to draw.</param>
    /// <param name="done">Told of each search that is done, from whichever thread; null for nobody.</param>
    /// <param name="cancel">Ends it.</param>
    public static IReadOnlyList<StudyCount> Run(StudyTerms terms, Action? done, CancellationToken cancel)
    {
        double[] edges = terms.Edges.Count == 0 ? [0d] : [.. terms.Edges];
        var fired = new bool[terms.Studies][,];
        Parallel.For(0, terms.Studies, new ParallelOptions { MaxDegreeOfParallelism = terms.Cores, CancellationToken = cancel }, at =>
        {
            fired[at] = One(terms, edges, terms.Seed + at);
            done?.Invoke();
        });
        return [..
            from edge in Enumerable.Range(0, edges.Length)
            from test in Enumerable.Range(0, Tests.Length)
            where Counts(terms, edges[edge], Tests[test].Key)
            select new StudyCount(edges[edge], Tests[test].Key, Tests[test].Label, fired.Count(study => study[edge, test]), terms.Studies)];
    }

    static bool Counts(StudyTerms terms, double edge, string key) =>
        (terms.Replicates > 0 || key is "sidak" or "dsr") && (edge != 0d || key != "stepwise");

    static bool[,] One(StudyTerms terms, double[] edges, long seed)
    {
        var columns = NoiseField.Columns(seed, terms.Variants, terms.Periods, terms.Correlation);
        var race = Race.Of(columns, terms.Replicates == 0 ? 1d : terms.Block ?? BlockLength.Typical(columns));
        List<double[]> resamples = [];
        if (terms.Replicates > 0)
        {
            new Resampling(race).Each(new StationaryBootstrap(seed, race.Rows, 1 / race.Block), terms.Replicates, means => resamples.Add(means.ToArray()));
        }

        double[] deviations = [.. columns.Select(column => Moments.Deviation(column))];
        var fired = new bool[edges.Length, Tests.Length];
        for (var i = 0; i < edges.Length; i++)
        {
            var shifted = race.Shifted(0, edges[i] / Math.Sqrt(252));
            Resampled(shifted, resamples, terms.Alpha, fired, i);
            Closed(shifted, deviations, terms.Alpha, fired, i);
        }

        return fired;
    }

    static void Resampled(Race race, List<double[]> resamples, double alpha, bool[,] fired, int at)
    {
        var tests = new MaxTests(race);
        resamples.ForEach(means => tests.Take(means));
        fired[at, 0] = tests.P(tests.Consistent) <= alpha;
        fired[at, 1] = tests.P(tests.White) <= alpha;
        fired[at, 4] = tests.Stepwise()[0] <= alpha;
    }

    static void Closed(Race race, double[] deviations, double alpha, bool[,] fired, int at)
    {
        double[] ratios = [.. race.Means.Select((mean, k) => mean / deviations[k])];
        var best = Array.IndexOf(ratios, ratios.Max());
        var winner = Winner.Of(race.Columns[best]) with { Ratio = ratios[best] };
        fired[at, 2] = winner.Sidak(ratios.Length) <= alpha;
        fired[at, 3] = winner.Above(SharpeOdds.ExpectedMaximum(ratios.Length, Moments.Covariance(ratios, ratios))).Value >= 0.95;
    }
}
