namespace Workbench.Research.Luck;

/// <summary>
/// Is the best of all better than luck? White 2000, Hansen 2005 and the stepwise list of Romano and Wolf 2005, all from one stream of
/// resamples. The benchmark is zero.
/// </summary>
sealed class MaxTests
{
    readonly Race race;
    readonly double[] scales;
    readonly double[] scores;
    readonly double[] lower;
    readonly double[] consistent;
    readonly int[] order;
    readonly int[] steps;

    public MaxTests(Race race)
    {
        this.race = race;
        var (root, count) = (Math.Sqrt(race.Rows), race.Means.Length);
        scales = Array.ConvertAll(race.Errors, error => root / error);
        scores = [.. race.Means.Select((mean, k) => mean * scales[k])];
        lower = [.. scores.Select(score => Math.Min(score, 0d))];
        var threshold = -Math.Sqrt(2 * Math.Log(Math.Log(race.Rows)));
        consistent = [.. scores.Select(score => score >= threshold ? 0d : score)];
        order = [.. Enumerable.Range(0, count).OrderBy(k => scores[k]).ThenByDescending(k => k)];
        steps = new int[count];
        Dropped = scores.Count(score => score < threshold);
        (WhiteStatistic, Statistic) = (root * race.Means.Max(), Math.Max(0d, scores.Max()));
    }

    /// <summary>Variants so bad that Hansen's consistent test leaves their shortfall in.</summary>
    public int Dropped { get; }

    /// <summary>White's: the largest √T · mean.</summary>
    public double WhiteStatistic { get; }

    /// <summary>Hansen's: the largest √T · mean / ω, at least 0.</summary>
    public double Statistic { get; }

    /// <summary>Resamples taken.</summary>
    public int Replicates { get; private set; }

    /// <summary>Resamples that reached the statistic, for each test.</summary>
    public int White { get; private set; }

    public int Lower { get; private set; }

    public int Consistent { get; private set; }

    public int Upper { get; private set; }

    /// <summary>p-value of a count of resamples.</summary>
    public double P(int count) => (1d + count) / (Replicates + 1d);

    /// <summary>Corrected p-value of each column, stepwise: at any level, those at or below it are the list that beats the benchmark.</summary>
    public double[] Stepwise()
    {
        var (p, largest) = (new double[steps.Length], 0d);
        for (var i = order.Length - 1; i >= 0; i--)
        {
            largest = Math.Max(largest, P(steps[order[i]]));
            p[order[i]] = largest;
        }

        return p;
    }

    /// <summary>Takes one resample: the mean of each column in it, less the column's own.</summary>
    public void Take(ReadOnlySpan<double> means)
    {
        var (white, low, middle, high) = (double.NegativeInfinity, 0d, 0d, 0d);
        var reached = double.NegativeInfinity;
        foreach (var k in order)
        {
            var mean = means[k];
            var score = mean * scales[k];
            white = Math.Max(white, mean);
            low = Math.Max(low, score + lower[k]);
            middle = Math.Max(middle, score + consistent[k]);
            high = Math.Max(high, score);
            reached = Math.Max(reached, score);
            steps[k] += reached >= scores[k] ? 1 : 0;
        }

        Replicates++;
        White += Math.Sqrt(race.Rows) * white >= WhiteStatistic ? 1 : 0;
        Lower += low >= Statistic ? 1 : 0;
        Consistent += middle >= Statistic ? 1 : 0;
        Upper += high >= Statistic ? 1 : 0;
    }
}
