namespace Workbench.Data.Repair;

/// <summary>
/// Weighs two beliefs about a dividend that differ by a factor of a hundred, as logarithms of odds: how the price fell on the day, and how
/// much shares usually pay. Above 0 speaks for the bigger one.
/// </summary>
/// <param name="usualMove">Standard deviation of a day's move.</param>
sealed class Odds(double usualMove)
{
    /// <summary>Between these shares of the price nearly all dividends lie; outside, each is the less believed the further.</summary>
    const double Least = 0.001;

    const double Most = 0.08;

    /// <summary>A market's day is never taken to be quieter than this.</summary>
    readonly double deviation = Math.Max(usualMove, 0.01);

    /// <summary>What the fall of the price says: the bigger dividend takes away a share of the price that can be seen.</summary>
    public double OfFall(DividendCase dividend, double bigger, double smaller)
    {
        var fall = dividend.Drop / dividend.Before;
        return dividend.HasMoved ? (Square(fall - smaller) - Square(fall - bigger)) / 2 : 0;
    }

    /// <summary>What is known of dividends before one looks.</summary>
    public static double OfSize(double bigger, double smaller) => Believed(bigger) - Believed(smaller);

    /// <summary>How much a fall could say at most: below 4 the market is too wild for the dividend to be seen.</summary>
    public double Power(double bigger) => Square(bigger) / 2;

    double Square(double share) => share * share / (deviation * deviation);

    static double Believed(double share) => share > Most ? -Math.Log(share / Most) : share < Least ? -Math.Log(Least / share) : 0;
}
