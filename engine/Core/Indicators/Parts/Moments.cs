namespace Workbench.Core;

/// <summary>Means of pairs and the sums of squares and products about them, joined without cancellation (Chan, Golub, LeVeque, 1979).</summary>
readonly record struct Moments(int Count, double MeanX, double MeanY, double XX, double YY, double XY) : IFold<Moments>
{
    /// <summary>Population variance of x.</summary>
    public double VarianceX => XX / Count;

    /// <summary>Slope of the least-squares line of y over x; 0 where x does not move.</summary>
    public double Slope => XX == 0d ? 0d : XY / XX;

    /// <summary>Pearson's correlation; 0 where either does not move.</summary>
    public double Correlation => XX == 0d || YY == 0d ? 0d : Math.Clamp(XY / Math.Sqrt(XX * YY), -1d, 1d);

    public static Moments Of(double x, double y = 0d) => new(1, x, y, 0d, 0d, 0d);

    public Moments Then(in Moments newer)
    {
        if (Count == 0 || newer.Count == 0)
        {
            return Count == 0 ? newer : this;
        }

        var count = Count + newer.Count;
        double dx = newer.MeanX - MeanX, dy = newer.MeanY - MeanY;
        double share = (double)newer.Count / count, weight = Count * share;
        return new Moments(
            count,
            MeanX + dx * share,
            MeanY + dy * share,
            XX + newer.XX + dx * dx * weight,
            YY + newer.YY + dy * dy * weight,
            XY + newer.XY + dx * dy * weight);
    }

    /// <summary>Where the line lies at x.</summary>
    public double At(double x) => MeanY + Slope * (x - MeanX);
}
