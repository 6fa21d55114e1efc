namespace Workbench.Core;

/// <summary>Connors RSI (Connors Research, 2012): mean of a short RSI, the RSI of the streak of rises or falls, and the percent rank of the newest return; 0 to 100.</summary>
/// <param name="rsi">Bars of the close's RSI, at least 1; 3.</param>
/// <param name="streak">Bars of the streak's RSI; 2.</param>
/// <param name="rank">Returns before the newest that it is ranked among; 100. Each bar costs as many comparisons.</param>
public sealed class ConnorsRsi(int rsi = 3, int streak = 2, int rank = 100)
    : Study($"CRSI({rsi},{streak},{rank})", Math.Max(Math.Max(rsi, streak) + 1, rank + 2))
{
    readonly RelativeStrength closes = new(rsi);
    readonly RelativeStrength streaks = new(streak);
    readonly Window returns = new(rank);
    double run;

    private protected override double Next(in Candle now, in Candle before)
    {
        run = Streak(now.Close.CompareTo(before.Close), run, before.Exists);
        var strength = closes.Add(now.Close);
        var persistence = streaks.Add(run);
        var change = (now.Close - before.Close) / before.Close;
        var place = returns.PercentBelow(change);
        returns.Add(change);
        return (strength + persistence + place) / 3d;
    }

    // Positive: bars the close has risen in a row; negative: fallen; an unchanged close ends the streak.
    static double Streak(int direction, double run, bool hasBefore) =>
        !hasBefore || direction == 0 ? 0d : Math.Sign(direction) * (Math.Sign(run) == Math.Sign(direction) ? Math.Abs(run) + 1d : 1d);
}
