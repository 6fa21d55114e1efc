namespace Workbench.Core;

/// <summary>
/// TD Sequential (Thomas DeMark, 1994): counts how long a run lasts to say where it is tired. <see cref="Indicator.Value"/> is the setup:
/// closes in a row beyond the close four bars before, below 0 where they fall; at −9 or 9 it is complete and a countdown to 13 starts.
/// </summary>
/// <remarks>
/// Rules as Jason Perl wrote them down (2008): a setup starts with a turn; a countdown may count the bar that completes the setup, is cancelled
/// by a bar wholly beyond the setup's far side or by a setup of the other side, goes on through a second setup of its own, and starts anew where
/// one setup grows to 18. Its thirteenth bar must reach beyond the close of its eighth.
/// </remarks>
public sealed class TdSequential() : Study($"TDSequential", 6)
{
    const int Complete = 9;
    const int Recycled = 18;

    readonly TdSetup setup = new();
    readonly TdCountdown countdown = new();
    readonly Channel reach = new(Complete);
    readonly Window highs = new(4);
    readonly Window lows = new(4);
    int side;
    double edge;

    /// <summary>Bars of the countdown, −13 to 13, below 0 where closes fall; 13 only on the bar that completes it, 0 where none runs. NaN before it is ready.</summary>
    public double Countdown => Shown(countdown.Count);

    /// <summary>Lowest low, gaps included, of the newest complete setup of rising closes; in quote currency, NaN before the first.</summary>
    public double Support { get; private set; } = double.NaN;

    /// <summary>Highest high, gaps included, of the newest complete setup of falling closes; in quote currency, NaN before the first.</summary>
    public double Resistance { get; private set; } = double.NaN;

    /// <summary>Whether a bar from the eighth of the newest complete setup on reached as far as the sixth and seventh; false before the first.</summary>
    public bool IsPerfect { get; private set; }

    private protected override double Next(in Candle now, in Candle before)
    {
        highs.Add(now.High);
        lows.Add(now.Low);
        reach.Add(Math.Max(now.High, before.Close), Math.Min(now.Low, before.Close));
        setup.Add(now.Close);
        countdown.See(now, before);
        IsPerfect |= side < 0 ? now.Low <= edge : side > 0 && now.High >= edge;
        var bars = Math.Abs(setup.Count);
        if (bars is Complete or Recycled)
        {
            Begin(Math.Sign(setup.Count), bars == Recycled);
        }

        countdown.Step(now.Close);
        return setup.Count;
    }

    void Begin(int towards, bool anew)
    {
        if (towards < 0)
        {
            Resistance = reach.Upper;
        }
        else
        {
            Support = reach.Lower;
        }

        if (!anew)
        {
            Judge(towards);
        }

        countdown.Start(towards, towards < 0 ? Resistance : Support, anew);
    }

    void Judge(int towards)
    {
        side = towards;
        edge = side < 0 ? Math.Min(lows[2], lows[3]) : Math.Max(highs[2], highs[3]);
        IsPerfect = side < 0 ? Math.Min(lows[0], lows[1]) <= edge : Math.Max(highs[0], highs[1]) >= edge;
    }
}
