namespace Workbench.Core;

/// <summary>Candle patterns that <see cref="CandlePattern"/> tells, by the rules of TA-Lib (after Gregory Morris, 1992).</summary>
public enum CandleShape
{
    /// <summary>Open and close nearly meet. 100.</summary>
    Doji,

    /// <summary>A doji with a lower shadow only. 100.</summary>
    DragonflyDoji,

    /// <summary>A doji with an upper shadow only. 100.</summary>
    GravestoneDoji,

    /// <summary>A long body without shadows. 100 rising, −100 falling.</summary>
    Marubozu,

    /// <summary>A short body between longer shadows. 100 rising, −100 falling.</summary>
    SpinningTop,

    /// <summary>A short body on a long lower shadow, near or below the low before. 100.</summary>
    Hammer,

    /// <summary>A short body on a long lower shadow, near or above the high before. −100.</summary>
    HangingMan,

    /// <summary>A short body under a long upper shadow, below the body before. 100.</summary>
    InvertedHammer,

    /// <summary>A short body under a long upper shadow, above the body before. −100.</summary>
    ShootingStar,

    /// <summary>A body that covers the body of the other colour before. 100 rising, −100 falling.</summary>
    Engulfing,

    /// <summary>A short body within the long body before. 100 after a falling one, −100 after a rising one.</summary>
    Harami,

    /// <summary>A harami whose second body is a doji.</summary>
    HaramiCross,

    /// <summary>A long falling body, one that opens below its low and closes above its middle. 100.</summary>
    Piercing,

    /// <summary>A long rising body, one that opens above its high and closes below its middle. −100.</summary>
    DarkCloudCover,

    /// <summary>A long falling body, a short one below it, a rising one well into the first. 100.</summary>
    MorningStar,

    /// <summary>A long rising body, a short one above it, a falling one well into the first. −100.</summary>
    EveningStar,

    /// <summary>A morning star whose middle is a doji. 100.</summary>
    MorningDojiStar,

    /// <summary>An evening star whose middle is a doji. −100.</summary>
    EveningDojiStar,

    /// <summary>Three rising bodies, each from within the one before, without upper shadows. 100.</summary>
    ThreeWhiteSoldiers,

    /// <summary>After a rising body three falling ones, each from within the one before, without lower shadows. −100.</summary>
    ThreeBlackCrows,

    /// <summary>A harami that the third body confirms. 100 rising, −100 falling.</summary>
    ThreeInside,

    /// <summary>An engulfing that the third body confirms. 100 rising, −100 falling.</summary>
    ThreeOutside,
}
