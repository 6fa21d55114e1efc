namespace Workbench.Core.Tests.Indicators;

/// <summary>DeMark's counts, each bar by looking back over all before it, each countdown by looking ahead to its end.</summary>
static class NaiveDeMark
{
    public static double[] Setup(Series s)
    {
        var sides = s.Column(i => i < 4 ? double.NaN : Math.Sign(s.Close[i] - s.Close[i - 4]));
        return s.Column(i =>
        {
            var first = i;
            while (first > 4 && sides[first - 1] == sides[i])
            {
                first--;
            }

            return first > 4 && sides[first - 1] == -sides[i] ? sides[i] * (i - first + 1) : 0;
        });
    }

    public static double[] Countdown(Series s)
    {
        var setup = Setup(s);
        double[] counts = [];
        int start = 0, side = 0;
        return s.Column(i =>
        {
            var isOver = side == 0 || i - start >= counts.Length;
            if (Math.Abs(setup[i]) is 9 or 18 && (isOver || Math.Sign(setup[i]) != side || Math.Abs(setup[i]) == 18))
            {
                (start, side) = (i, Math.Sign(setup[i]));
                counts = Life(s, i, side);
                isOver = false;
            }

            return isOver ? 0 : side * counts[i - start];
        });
    }

    public static double[] Resistance(Series s)
    {
        var setup = Setup(s);
        return s.Column(i => Array.FindLastIndex(setup, i, v => v is -9 or -18) is var at && at < 0 ? -1 : Reach(s, at, -1));
    }

    public static double[] Support(Series s)
    {
        var setup = Setup(s);
        return s.Column(i => Array.FindLastIndex(setup, i, v => v is 9 or 18) is var at && at < 0 ? -1 : Reach(s, at, 1));
    }

    public static double[] Perfect(Series s)
    {
        var setup = Setup(s);
        return s.Column(i =>
        {
            var at = Array.FindLastIndex(setup, i, v => Math.Abs(v) == 9);
            var later = Enumerable.Range(at - 1, i - at + 2);
            return at < 0 ? 0
                : setup[at] < 0 && later.Any(j => s.Low[j] <= s.Low[at - 2] && s.Low[j] <= s.Low[at - 3]) ? 1
                : setup[at] > 0 && later.Any(j => s.High[j] >= s.High[at - 2] && s.High[j] >= s.High[at - 3]) ? 1 : 0;
        });
    }

    static double TrueHigh(Series s, int i) => Math.Max(s.High[i], s.Close[i - 1]);

    static double TrueLow(Series s, int i) => Math.Min(s.Low[i], s.Close[i - 1]);

    static double Reach(Series s, int end, int side)
    {
        var bars = Enumerable.Range(end - 8, 9);
        return side < 0 ? bars.Max(i => TrueHigh(s, i)) : bars.Min(i => TrueLow(s, i));
    }

    static double[] Life(Series s, int start, int side)
    {
        List<double> counts = [];
        var eighth = double.NaN;
        for (var i = start; i < s.Count && counts.LastOrDefault() < 13; i++)
        {
            if (side < 0 ? TrueLow(s, i) > Reach(s, start, side) : TrueHigh(s, i) < Reach(s, start, side))
            {
                break;
            }

            var count = counts.LastOrDefault();
            var isBeyond = side < 0 ? s.Close[i] <= s.Low[i - 2] : s.Close[i] >= s.High[i - 2];
            var reachesEighth = side < 0 ? s.Low[i] <= eighth : s.High[i] >= eighth;
            count += isBeyond && (count < 12 || reachesEighth) ? 1 : 0;
            eighth = count == 8 && counts.LastOrDefault() == 7 ? s.Close[i] : eighth;
            counts.Add(count);
        }

        return [.. counts];
    }
}
