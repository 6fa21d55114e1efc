namespace Workbench.Research.Validation;

/// <summary>Levels at which the stops of many rest: swing extremes, the last days' highs and lows, round numbers. None is known before it was made.</summary>
sealed class PublicLevels
{
    const int Reach = 12;
    const int Grains = 480;

    readonly List<PublicLevel> levels = [];
    readonly long round;

    public PublicLevels(TapeSurvey survey)
    {
        round = RoundStep(survey.DayRange / 2);
        Days(survey.Points);
        Swings(survey.Points);
        levels.Sort((a, b) => a.Since.CompareTo(b.Since) is var order and not 0 ? order : a.Price.CompareTo(b.Price));
    }

    /// <summary>Levels known at an instant that lie within a distance of a price but are not touched by it: the nearest above and below of each name.</summary>
    public IEnumerable<PublicLevel> Near(long time, long price, long within) => levels
        .TakeWhile(level => level.Since <= time)
        .Concat([new PublicLevel((price / round + 1) * round, time, "round number"), new PublicLevel((price - 1) / round * round, time, "round number")])
        .Where(level => level.Price > 0 && Math.Abs(level.Price - price) is var distance && distance > 0 && distance <= within);

    void Days(IReadOnlyList<SurveyPoint> points)
    {
        foreach (var day in points.GroupBy(point => UtcNanos.Floor(point.Time, UtcNanos.Day)))
        {
            levels.Add(new PublicLevel(day.Max(point => point.High), day.Key + UtcNanos.Day, "high of a day"));
            levels.Add(new PublicLevel(day.Min(point => point.Low), day.Key + UtcNanos.Day, "low of a day"));
        }
    }

    /// <summary>Extremes with nothing beyond them on either side. They are known only once the other side is there.</summary>
    void Swings(IReadOnlyList<SurveyPoint> points)
    {
        var grains = Grained(points);
        for (var i = Reach; i < grains.Count - Reach; i++)
        {
            var around = grains.Skip(i - Reach).Take(2 * Reach + 1).ToList();
            if (grains[i].High == around.Max(grain => grain.High))
            {
                levels.Add(new PublicLevel(grains[i].High, grains[i + Reach].Time, "swing high"));
            }

            if (grains[i].Low == around.Min(grain => grain.Low))
            {
                levels.Add(new PublicLevel(grains[i].Low, grains[i + Reach].Time, "swing low"));
            }
        }
    }

    static List<SurveyPoint> Grained(IReadOnlyList<SurveyPoint> points)
    {
        var size = Math.Max(1, points.Count / Grains);
        return [.. points.Chunk(size).Select(chunk => chunk.Aggregate((before, next) => before.With(next)))];
    }

    /// <summary>The largest of 1, 2, 5, 10, 20, … that is not above a distance.</summary>
    static long RoundStep(long most)
    {
        long step = 1;
        foreach (var factor in (ReadOnlySpan<long>)[1, 2, 5])
        {
            for (var scaled = factor; scaled <= most; scaled *= 10)
            {
                step = Math.Max(step, scaled);
            }
        }

        return step;
    }
}
