namespace Workbench.Core;

/// <summary>Moves a fixed share of the way to each new value, starting from the simple mean of the first n, as Wilder and TA-Lib do.</summary>
sealed class ExponentialSmoother : Smoother
{
    readonly int length;
    readonly double divisor;
    double average;
    int seen;

    ExponentialSmoother(int length, double divisor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        this.length = length;
        this.divisor = divisor;
    }

    /// <summary>The usual one, a share of 2/(n+1).</summary>
    public static ExponentialSmoother Usual(int length) => new(length, (length + 1) / 2d);

    /// <summary>Wilder's, a share of 1/n.</summary>
    public static ExponentialSmoother Wilder(int length) => new(length, length);

    /// <summary>A share of 2/(n+1), starting from the first value alone.</summary>
    public static ExponentialSmoother FromFirst(int length) => new(1, (length + 1) / 2d);

    private protected override double Smooth(double value)
    {
        average += (value - average) / (seen < length ? ++seen : divisor);
        return seen < length ? double.NaN : average;
    }
}
