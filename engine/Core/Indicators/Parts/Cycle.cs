namespace Workbench.Core;

/// <summary>Phase of the dominant cycle of a line, its period measured by a homodyne discriminator (John Ehlers, 2001).</summary>
sealed class Cycle
{
    readonly Window values = new(4);
    readonly HilbertFilter detrender = new();
    readonly HilbertFilter quadrature = new();
    readonly HilbertFilter advancedInPhase = new();
    readonly HilbertFilter advancedQuadrature = new();
    readonly Window detrended = new(4);
    (double I, double Q) phasor;
    (double Re, double Im) turn;
    double period;
    double phase = double.NaN;

    /// <summary>Takes the next value in and gives the phase in degrees, −90 to 90; NaN until the filters are full.</summary>
    public double Add(double value)
    {
        var gain = 0.075d * period + 0.54d;
        values.Add(value);
        // Always summed in the same order: where the market stands still the filters must see nothing, not the last digits of rolling sums.
        var smooth = (4d * values[0] + 3d * values[1] + 2d * values[2] + values[3]) / 10d;
        var line = detrender.Add(smooth, gain);
        detrended.Add(line);
        double q = quadrature.Add(line, gain), i = detrended.Oldest;
        Measure(i - advancedQuadrature.Add(q, gain), q + advancedInPhase.Add(i, gain));
        // Ehlers keeps the phase where there is no real part to divide by.
        return phase = i == 0d ? phase : Degrees(q / i);
    }

    // How far the phasor turned since the bar before says how long a whole turn takes.
    void Measure(double i, double q)
    {
        if (double.IsNaN(i))
        {
            return;
        }

        var (before, now) = (phasor, (I: 0.2d * i + 0.8d * phasor.I, Q: 0.2d * q + 0.8d * phasor.Q));
        turn.Re = 0.2d * (now.I * before.I + now.Q * before.Q) + 0.8d * turn.Re;
        turn.Im = 0.2d * (now.I * before.Q - now.Q * before.I) + 0.8d * turn.Im;
        phasor = now;
        var measured = turn.Re == 0d || turn.Im == 0d ? period : 360d / Degrees(turn.Im / turn.Re);
        period = 0.2d * Bounded(measured) + 0.8d * period;
    }

    // No cycle changes by half at once, and none outside 6 to 50 bars is looked for.
    double Bounded(double measured) => Math.Clamp(Math.Clamp(measured, 0.67d * period, 1.5d * period), 6d, 50d);

    static double Degrees(double tangent) => Math.Atan(tangent) * 180d / Math.PI;
}
