namespace Workbench.Research.Evolution;

/// <summary>What an operator does: the codes that a flat program consists of.</summary>
public enum Code
{
    Open, High, Low, Close,
    Sma, Ema, Highest, Lowest, UpperBand, LowerBand,
    Momentum, Atr, Deviation, Rsi, Adx, Efficiency,
    SinceOpen, UntilClose, SinceTrade,
    Tokyo, London, NewYork, Weekday,
    Trend, Volatile, Quiet,
    Pips, Multiple, Share, Span, Count, Yes, No, Up, Down,
    Shift, Minus, Add, Negate, Abs, Max, Min, Times, InUnits, Over,
    Above, And, Or, Not, Became, Since,
    SideOf, Opposite, IsUp, IsDown, Agree,
}
