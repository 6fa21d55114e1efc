namespace Workbench.Core;

/// <summary>Variable index dynamic average of closes (Tushar Chande, 1992, 1994): an exponential average whose share is scaled by how one-sided the market is. In quote currency.</summary>
/// <param name="length">Bars of the exponential average and of the momentum oscillator that scales it, at least 1; 9.</param>
/// <remarks>Starts from the close before the first oscillator, as KAMA does.</remarks>
public sealed class Vidya(int length = 9) : Study($"VIDYA({length})", length + 1)
{
    readonly Smoother rises = new SimpleSmoother(length);
    readonly Smoother falls = new SimpleSmoother(length);
    readonly double alpha = 2d / (length + 1);
    double average = double.NaN;

    private protected override double Next(in Candle now, in Candle before)
    {
        var move = now.Close - before.Close;
        double rise = rises.Add(Math.Max(move, 0d)), fall = falls.Add(Math.Max(-move, 0d));
        if (double.IsNaN(rise))
        {
            return rise;
        }

        var start = double.IsNaN(average) ? before.Close : average;
        var oneSided = rise + fall == 0d ? 0d : Math.Abs(rise - fall) / (rise + fall);
        return average = start + alpha * oneSided * (now.Close - start);
    }
}
