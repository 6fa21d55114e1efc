namespace Workbench.Core.Tests.Indicators;

/// <summary>A market profile as it is drawn: levels in a list, the value area grown by hand.</summary>
sealed record NaiveProfile(decimal Point, double Size, decimal Low, decimal High, decimal AreaLow, decimal AreaHigh)
{
    public static double[] Of(Series s, int length, decimal step, Func<int, double> size, Func<NaiveProfile, double> line) =>
        s.Column(i => i < length - 1 ? double.NaN : line(Draw([.. Enumerable.Range(i - length + 1, length).Select(j => (Math.Ceiling((decimal)s.Close[j] / step) * step, size(j)))])));

    static NaiveProfile Draw((decimal Price, double Size)[] bars)
    {
        (decimal Price, double Size)[] levels = [.. bars.GroupBy(bar => bar.Price).OrderBy(group => group.Key).Select(group => (group.Key, group.Sum(bar => bar.Size)))];
        decimal low = levels[0].Price, high = levels[^1].Price;
        var point = levels.OrderByDescending(level => level.Size).ThenBy(level => Math.Abs(level.Price - (low + high) / 2)).ThenBy(level => level.Price).First();
        List<(decimal Price, double Size)> area = [point];
        while (area.Sum(level => level.Size) < 0.7 * bars.Sum(bar => bar.Size) && area.Count < levels.Length)
        {
            var neighbours = levels.Where(level => level.Price < area.Min(held => held.Price)).TakeLast(1)
                .Concat(levels.Where(level => level.Price > area.Max(held => held.Price)).Take(1));
            area.Add(neighbours.OrderByDescending(level => level.Size).ThenByDescending(level => level.Price).First());
        }

        return new NaiveProfile(point.Price, point.Size, low, high, area.Min(level => level.Price), area.Max(level => level.Price));
    }
}
