namespace Workbench.Research.Evolution;

/// <summary>How far apart two behaviours are: whoever earns and loses at the same times does the same thing, however it is written.</summary>
public static class Behaviour
{
    /// <summary>1 less the correlation of their returns, from 0 (the same) to 2 (the opposite); 1 where one of them never moves, 0 where neither does.</summary>
    public static double Distance(IReadOnlyList<double> one, IReadOnlyList<double> other)
    {
        var count = Math.Min(one.Count, other.Count);
        if (count == 0)
        {
            return one.Count == other.Count ? 0d : 1d;
        }

        double sumX = 0d, sumY = 0d;
        for (var i = 0; i < count; i++)
        {
            sumX += one[i];
            sumY += other[i];
        }

        var (meanX, meanY) = (sumX / count, sumY / count);
        double xx = 0d, yy = 0d, xy = 0d;
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (one[i] - meanX, other[i] - meanY);
            xx += x * x;
            yy += y * y;
            xy += x * y;
        }

        return xx > 0d && yy > 0d ? 1d - xy / Math.Sqrt(xx * yy) : xx > 0d || yy > 0d ? 1d : 0d;
    }
}
