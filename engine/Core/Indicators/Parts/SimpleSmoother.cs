namespace Workbench.Core;

/// <summary>Every value of the last n counts the same.</summary>
sealed class SimpleSmoother(int length) : Smoother
{
    readonly Rolling<Total> window = new(length);

    private protected override double Smooth(double value)
    {
        var total = window.Add(Total.Of(value));
        return window.IsFull ? total.Mean : double.NaN;
    }
}
