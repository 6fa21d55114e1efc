namespace Workbench.Model;

/// <summary>Names for the timeframes a script asks for: <c>Bars.Minutes(5)</c>, <c>Bars.Hours(1).Of(PriceSource.Bid)</c>.</summary>
public static class Bars
{
    /// <summary>A bar for every tick.</summary>
    public static BarSpec Tick { get; } = new(BarUnit.Ticks, 1);

    /// <summary>Bars that close with their n-th tick.</summary>
    public static BarSpec Ticks(int count) => new(BarUnit.Ticks, Positive(count));

    /// <summary>Bars of n seconds, cut at multiples of n since midnight UTC; n divides a day.</summary>
    public static BarSpec Seconds(int count) => Parse(count, 's');

    /// <summary>Bars of n minutes, cut at multiples of n since midnight UTC; n divides a day.</summary>
    public static BarSpec Minutes(int count) => Parse(count, 'm');

    /// <summary>Bars of n hours, cut at multiples of n since midnight UTC; n divides a day.</summary>
    public static BarSpec Hours(int count) => Parse(count, 'h');

    /// <summary>One bar for each trading day of the instrument's calendar.</summary>
    public static BarSpec Days() => new(BarUnit.Days, 1);

    static BarSpec Parse(int count, char unit) => BarSpec.Parse(FormattableString.Invariant($"{Positive(count)}{unit}"), null);

    static int Positive(int count) => count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "A bar has a length of at least 1.");
}
