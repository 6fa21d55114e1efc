namespace Workbench.Core;

/// <summary>Force index (Alexander Elder, 1993): move of the close times volume, averaged exponentially. In quote currency.</summary>
/// <param name="length">Bars of the average, at least 1; 13.</param>
public sealed class ForceIndex(int length = 13) : Study($"Force({length})", length + 1)
{
    readonly Smoother average = ExponentialSmoother.Usual(length);

    private protected override double Next(in Candle now, in Candle before) => average.Add((now.Close - before.Close) * now.Volume);
}
