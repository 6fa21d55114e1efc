namespace Workbench.Core;

/// <summary>How the states of a market are found. Each is entered at one border and left at another, nearer one, so that it does not flicker.</summary>
public sealed record RegimeTerms
{
    /// <summary>Bars of trend strength and of the true range, at least 1. Default 14, Wilder's.</summary>
    public int Length { get; init; } = 14;

    /// <summary>Trend strength (ADX, 0 to 100) at or above which a trend begins. Default 25, Wilder's.</summary>
    public double TrendFrom { get; init; } = 25d;

    /// <summary>Trend strength below which a trend is over; not above <see cref="TrendFrom"/>. Default 20.</summary>
    public double TrendUntil { get; init; } = 20d;

    /// <summary>Bars of the usual volatility, at least 1. Default 100.</summary>
    public int UsualLength { get; init; } = 100;

    /// <summary>Volatility over the usual at or above which it is high. Default 1.5.</summary>
    public double HighFrom { get; init; } = 1.5;

    /// <summary>Below which it is high no more; not above <see cref="HighFrom"/>. Default 1.2.</summary>
    public double HighUntil { get; init; } = 1.2;

    /// <summary>At or below which it is low. Default 0.7.</summary>
    public double LowFrom { get; init; } = 0.7;

    /// <summary>Above which it is low no more; not below <see cref="LowFrom"/>, and below <see cref="HighFrom"/>. Default 0.85.</summary>
    public double LowUntil { get; init; } = 0.85;

    /// <summary>Whether each state is left beyond where it is entered.</summary>
    public bool IsOrdered => TrendUntil <= TrendFrom && HighUntil <= HighFrom && LowFrom <= LowUntil && LowUntil < HighFrom;
}
