namespace Workbench.Core;

/// <summary>
/// Arithmetic that always has an answer. Evolved scripts are written with it, and the trees they come from are evaluated by it: so both
/// are the same number, bit for bit, and none is ever NaN or infinite.
/// </summary>
public static class Guarded
{
    /// <summary>Bars since something that has not happened yet: 1,000,000.</summary>
    public const int Never = 1_000_000;

    /// <summary>The largest share that is told apart, 1,000,000; what is beyond it is as large.</summary>
    public const double Most = 1e6;

    // Below any price of the lake, whose finest scale is ten decimals.
    const double Nothing = 1e-12;

    /// <summary>A distance in units of volatility: 1.5 is one and a half average ranges. 0 where nothing moves.</summary>
    /// <param name="difference">A distance of prices, in quote currency.</param>
    /// <param name="volatility">What the market usually moves, in quote currency; 0 or more.</param>
    public static double InUnits(double difference, double volatility) =>
        volatility < Nothing ? 0d : Math.Clamp(difference / volatility, -Most, Most);

    /// <summary>One volatility over another. 1 where they are equal, even if nothing moves; 0 where only the second is nothing.</summary>
    public static double Ratio(double first, double second) =>
        first == second ? 1d : second < Nothing ? 0d : Math.Clamp(first / second, -Most, Most);

    /// <summary>Bars since a condition held: 0 at a bar where it does, one more at each where it does not, <see cref="Never"/> before it first did.</summary>
    /// <param name="holds">The condition at this bar.</param>
    /// <param name="before">What this was at the bar before; <see cref="Never"/> at the first.</param>
    public static int BarsSince(bool holds, int before) => holds ? 0 : Math.Min(before + 1, Never);
}
