namespace Workbench.Core;

/// <summary>Hilbert transform (John Ehlers, 2000): the swing of the bars' middles as a turning arrow. <see cref="Indicator.Value"/> is its in-phase part, around 0, in quote currency.</summary>
/// <param name="length">Bars over which the trend is taken out, at least 1; 7.</param>
/// <param name="inPhase">Share of the in-phase part that is fed back, 0 to below 1; 0.635.</param>
/// <param name="quadrature">Share of the quadrature that is fed back, 0 to below 1; 0.338.</param>
/// <remarks>Recursive, fed back from 0 before its first bar.</remarks>
public sealed class HilbertTransform(int length = 7, double inPhase = 0.635d, double quadrature = 0.338d)
    : Study($"Hilbert({length})", length + 5)
{
    readonly double inPhase = inPhase;
    readonly double quadrature = quadrature;
    readonly Change change = new(length);
    readonly Window detrended = new(5);
    readonly Window real = new(3);
    readonly Window imaginary = new(2);
    double turned = double.NaN;

    /// <summary>The part a quarter of a cycle away from the in-phase part, in quote currency.</summary>
    public double Quadrature => Shown(turned);

    private protected override double Next(in Candle now, in Candle before)
    {
        detrended.Add(change.Difference(now.Median));
        if (double.IsNaN(detrended.Oldest))
        {
            return double.NaN;
        }

        turned = detrended[2] + quadrature * (Fed(imaginary) - detrended[0]);
        imaginary.Add(turned);
        var value = 1.25d * (detrended[4] - inPhase * detrended[2]) + inPhase * Fed(real);
        real.Add(value);
        return value;
    }

    static double Fed(Window past) => double.IsNaN(past.Oldest) ? 0d : past.Oldest;
}
