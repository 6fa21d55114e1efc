namespace Workbench.Research;

/// <summary>Count, means and squared distances of some pairs, as Welford adds one and Chan joins two: exact where nothing moves, sound where means are large.</summary>
readonly record struct PairMoments(long Count, double MeanX, double MeanY, double SquaresX, double SquaresY, double Products)
{
    /// <summary>Sample standard deviation of the first of each pair.</summary>
    public double StdX => Count < 2 ? double.NaN : Math.Sqrt(SquaresX / (Count - 1));

    /// <summary>Pearson's; NaN where a side does not move.</summary>
    public double Correlation => Count < 2 ? double.NaN : Math.Clamp(Products / Math.Sqrt(SquaresX * SquaresY), -1d, 1d);

    public PairMoments With(double x, double y)
    {
        var count = Count + 1;
        var (dx, dy) = (x - MeanX, y - MeanY);
        var (meanX, meanY) = (MeanX + dx / count, MeanY + dy / count);
        return new PairMoments(count, meanX, meanY, SquaresX + dx * (x - meanX), SquaresY + dy * (y - meanY), Products + dx * (y - meanY));
    }

    public PairMoments And(in PairMoments other)
    {
        var count = Count + other.Count;
        var (dx, dy, share) = (other.MeanX - MeanX, other.MeanY - MeanY, (double)other.Count / count);
        var weight = Count * share;
        return new PairMoments(
            count, MeanX + dx * share, MeanY + dy * share,
            SquaresX + other.SquaresX + dx * dx * weight, SquaresY + other.SquaresY + dy * dy * weight, Products + other.Products + dx * dy * weight);
    }
}
