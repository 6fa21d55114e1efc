namespace Workbench.Core;

/// <summary>Wilder's relative strength of any line: share of rises in its smoothed moves, 0 to 100; 50 where nothing moved.</summary>
sealed class RelativeStrength(int length)
{
    readonly Smoother rises = ExponentialSmoother.Wilder(length);
    readonly Smoother falls = ExponentialSmoother.Wilder(length);
    double before = double.NaN;

    public double Add(double value)
    {
        var move = value - before;
        before = value;
        double rise = rises.Add(Math.Max(move, 0d)), fall = falls.Add(Math.Max(-move, 0d));
        return rise + fall == 0d ? 50d : 100d * rise / (rise + fall);
    }
}
