namespace Workbench.Research.Validation;

/// <summary>
/// Shapes over [0, 1] that are 0 at both ends and 1 at their highest, so that a tape returns to itself. Nothing but multiplications: sines may
/// differ in the last bit between two machines, and a tick can decide a fill.
/// </summary>
static class Bump
{
    const double Fall = 0.25;

    /// <summary>Up and down alike.</summary>
    public static double Even(double u) => u is <= 0d or >= 1d ? 0d : 16d * u * u * (1d - u) * (1d - u);

    /// <summary>There within a quarter of the time, back in the rest.</summary>
    public static double Crash(double u) => u is <= 0d or >= 1d ? 0d : u < Fall ? Step(u / Fall) : 1d - Step((u - Fall) / (1d - Fall));

    /// <summary>A path of values, straight between them; it has to begin and end at 0 by itself.</summary>
    public static double Path(IReadOnlyList<double> values, double u)
    {
        if (u is <= 0d or >= 1d)
        {
            return 0d;
        }

        var at = u * (values.Count - 1);
        var below = (int)at;
        return values[below] + (at - below) * (values[Math.Min(below + 1, values.Count - 1)] - values[below]);
    }

    static double Step(double x) => x * x * (3d - 2d * x);
}
