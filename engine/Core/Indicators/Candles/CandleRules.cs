namespace Workbench.Core;

/// <summary>The rules of the candle patterns. Each gives 0, or its value where the newest candle completes the pattern.</summary>
static class CandleRules
{
    /// <summary>Candles that a pattern is made of.</summary>
    public static int Length(CandleShape shape) => shape switch
    {
        <= CandleShape.SpinningTop => 1,
        <= CandleShape.DarkCloudCover => 2,
        CandleShape.ThreeBlackCrows => 4,
        _ => 3,
    };

    public static Func<Sticks, int> Of(CandleShape shape) => shape switch
    {
        CandleShape.Doji => s => When(s[0].IsDoji, 100),
        CandleShape.DragonflyDoji => s => When(s[0].IsDoji && s[0].UpperShadow < s[0].NoShadow && s[0].LowerShadow > s[0].NoShadow, 100),
        CandleShape.GravestoneDoji => s => When(s[0].IsDoji && s[0].LowerShadow < s[0].NoShadow && s[0].UpperShadow > s[0].NoShadow, 100),
        CandleShape.Marubozu => s => When(s[0].IsLong && s[0].UpperShadow < s[0].NoShadow && s[0].LowerShadow < s[0].NoShadow, 100 * s[0].Color),
        CandleShape.SpinningTop => s => When(IsSmall(s[0]) && s[0].UpperShadow > s[0].Body && s[0].LowerShadow > s[0].Body, 100 * s[0].Color),
        CandleShape.Hammer => s => When(StandsOnShadow(s[0]) && s[0].Bottom <= s[1].Low + s[1].Near, 100),
        CandleShape.HangingMan => s => When(StandsOnShadow(s[0]) && s[0].Bottom >= s[1].High - s[1].Near, -100),
        CandleShape.InvertedHammer => s => When(HangsOnShadow(s[0]) && s[0].IsBelow(s[1]), 100),
        CandleShape.ShootingStar => s => When(HangsOnShadow(s[0]) && s[0].IsAbove(s[1]), -100),
        CandleShape.Engulfing => s => Engulfs(s[0], s[1]),
        CandleShape.Harami => s => When(!s[0].IsLong, Within(s[0], s[1])),
        CandleShape.HaramiCross => s => When(s[0].IsDoji, Within(s[0], s[1])),
        CandleShape.Piercing => Piercing,
        CandleShape.DarkCloudCover => DarkCloudCover,
        CandleShape.MorningStar => s => When(!s[1].IsLong, MorningStar(s)),
        CandleShape.EveningStar => s => When(!s[1].IsLong, EveningStar(s)),
        CandleShape.MorningDojiStar => s => When(s[1].IsDoji, MorningStar(s)),
        CandleShape.EveningDojiStar => s => When(s[1].IsDoji, EveningStar(s)),
        CandleShape.ThreeWhiteSoldiers => ThreeWhiteSoldiers,
        CandleShape.ThreeBlackCrows => ThreeBlackCrows,
        CandleShape.ThreeInside => ThreeInside,
        CandleShape.ThreeOutside => ThreeOutside,
        _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, "There is no such pattern."),
    };

    static int When(bool holds, int value) => holds ? value : 0;

    static bool IsSmall(in Stick stick) => stick.Body < stick.MeanBody;

    static bool StandsOnShadow(in Stick stick) => IsSmall(stick) && stick.LowerShadow > stick.Body && stick.UpperShadow < stick.NoShadow;

    static bool HangsOnShadow(in Stick stick) => IsSmall(stick) && stick.UpperShadow > stick.Body && stick.LowerShadow < stick.NoShadow;

    static int Engulfs(in Stick now, in Stick before) => When(now.Color != before.Color && Covers(now, before), 100 * now.Color);

    static int Within(in Stick now, in Stick before) => When(before.IsLong && Covers(before, now), -100 * before.Color);

    // Strictly: bodies whose ends meet are no pattern (newer versions of TA-Lib give them 80).
    static bool Covers(in Stick outer, in Stick inner) => outer.Top > inner.Top && outer.Bottom < inner.Bottom;

    static int Piercing(Sticks s) => When(
        s[1].Falls && s[1].IsLong && s[0].Rises && s[0].IsLong
            && s[0].Open < s[1].Low && s[0].Close < s[1].Open && s[0].Close > s[1].Close + s[1].Body / 2d,
        100);

    static int DarkCloudCover(Sticks s) => When(
        s[1].Rises && s[1].IsLong && s[0].Falls
            && s[0].Open > s[1].High && s[0].Close > s[1].Open && s[0].Close < s[1].Close - s[1].Body / 2d,
        -100);

    static int MorningStar(Sticks s) => When(
        s[2].IsLong && s[2].Falls && s[1].IsBelow(s[2]) && s[0].IsLong && s[0].Rises && s[0].Close > s[2].Close + 0.3d * s[2].Body,
        100);

    static int EveningStar(Sticks s) => When(
        s[2].IsLong && s[2].Rises && s[1].IsAbove(s[2]) && s[0].IsLong && s[0].Falls && s[0].Close < s[2].Close - 0.3d * s[2].Body,
        -100);

    static int ThreeWhiteSoldiers(Sticks s) => When(
        IsSoldier(s[2]) && IsSoldier(s[1]) && IsSoldier(s[0]) && Marches(s[1], s[2]) && Marches(s[0], s[1]) && s[0].IsLong,
        100);

    static bool IsSoldier(in Stick stick) => stick.Rises && stick.UpperShadow < stick.NoShadow;

    static bool Marches(in Stick now, in Stick before) =>
        now.Close > before.Close && now.Open > before.Open && now.Open <= before.Close + before.Near && now.Body > before.Body - before.Far;

    static int ThreeBlackCrows(Sticks s) => When(
        s[3].Rises && s[3].High > s[2].Close && IsCrow(s[2]) && IsCrow(s[1]) && IsCrow(s[0]) && Sinks(s[1], s[2]) && Sinks(s[0], s[1]),
        -100);

    static bool IsCrow(in Stick stick) => stick.Falls && stick.LowerShadow < stick.NoShadow;

    static bool Sinks(in Stick now, in Stick before) => now.Open < before.Open && now.Open > before.Close && now.Close < before.Close;

    static int ThreeInside(Sticks s)
    {
        var inside = s[2].IsLong && !s[1].IsLong && Covers(s[2], s[1]);
        var confirmed = s[0].Color != s[2].Color && (s[2].Rises ? s[0].Close < s[2].Open : s[0].Close > s[2].Open);
        return When(inside && confirmed, -100 * s[2].Color);
    }

    static int ThreeOutside(Sticks s)
    {
        var outside = s[1].Color != s[2].Color && Covers(s[1], s[2]);
        return When(outside && s[1].Color * (s[0].Close - s[1].Close) > 0d, 100 * s[1].Color);
    }
}
