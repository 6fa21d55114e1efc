namespace Workbench.Core;

/// <summary>The newest of n values counts n times, the oldest once.</summary>
sealed class WeightedSmoother(int length) : Smoother
{
    readonly Rolling<Total> window = new(length);
    readonly double weights = length * (length + 1d) / 2d;

    private protected override double Smooth(double value)
    {
        var total = window.Add(Total.Of(value));
        return window.IsFull ? total.Weighted / weights : double.NaN;
    }
}
