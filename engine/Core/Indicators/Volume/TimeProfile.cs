namespace Workbench.Core;

/// <summary>Time price opportunities: bars of the last n by the price they closed at. Its <see cref="MarketProfile.PointSize"/> is a number of bars.</summary>
/// <param name="length">Bars, at least 1.</param>
/// <param name="step">Height of a level, above 0, in quote currency. Closes are rounded up to it.</param>
/// <param name="share">Share of the bars that the value area holds, 0 to 1; 0.7.</param>
public sealed class TimeProfile(int length, decimal step, double share = 0.7d)
    : MarketProfile($"TimeProfile({length},{step},{share})", length, step, share)
{
    private protected override double Size(in Candle bar) => 1d;
}
