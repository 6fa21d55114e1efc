namespace Workbench.Core;

/// <summary>Least-squares moving average: where the regression line through the last n closes ends, also linear regression or end point average. In quote currency.</summary>
/// <param name="length">Bars, at least 2.</param>
public sealed class Lsma(int length) : Study($"LSMA({length})", length)
{
    readonly Rolling<Moments> window = new(length);
    double bar;

    private protected override double Next(in Candle now, in Candle before) => window.Add(Moments.Of(++bar, now.Close)).At(bar);
}
