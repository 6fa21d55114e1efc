namespace Workbench.Core;

/// <summary>Rogers-Satchell volatility (1991): standard deviation per bar from open, high, low and close, right also in a trend; as a number (0.01 is about one percent). Uses <see cref="Math.Log(double)"/>.</summary>
/// <param name="length">Bars, at least 1; 10.</param>
public sealed class RogersSatchell(int length = 10) : Study($"RogersSatchell({length})", length)
{
    readonly Smoother variances = new SimpleSmoother(length);

    private protected override double Next(in Candle now, in Candle before) => Math.Sqrt(variances.Add(
        Math.Log(now.High / now.Close) * Math.Log(now.High / now.Open) + Math.Log(now.Low / now.Close) * Math.Log(now.Low / now.Open)));
}
