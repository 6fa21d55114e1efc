namespace Workbench.Model;

/// <summary>Names for the timeframes a script asks for: <c>Bars.Minutes(5)</c>, <c>Bars.Hours(1).Of(PriceSource.Bid)</c>.</summary>
public static class Bars
{
    /// <summary>A bar for every tick.</summary>
    public static BarSpec Tick { get; } = new(BarUnit.Ticks, 1);

    /// <summary>Bars that close with their n-th tick, or their n-th print where there are no quotes.</summary>
    public static BarSpec Ticks(int count) => new(BarUnit.Ticks, Positive(count));

    /// <summary>Bars of n seconds, cut at multiples of n since midnight UTC; n divides a day.</summary>
    public static BarSpec Seconds(int count) => Parse(count, 's');

    /// <summary>Bars of n minutes, cut at multiples of n since midnight UTC; n divides a day.</summary>
    public static BarSpec Minutes(int count) => Parse(count, 'm');

    /// <summary>Bars of n hours, cut at multiples of n since midnight UTC; n divides a day.</summary>
    public static BarSpec Hours(int count) => Parse(count, 'h');

    /// <summary>One bar for each trading day of the instrument's calendar.</summary>
    public static BarSpec Days() => new(BarUnit.Days, 1);

    /// <summary>
    /// Bars that close with the print that completes so many units traded. A print is never split: the bar that it closes may hold
    /// more, and the next one starts from nothing. They need prints, since the sizes of quotes are offers.
    /// </summary>
    /// <param name="units">Units of the base, above 0, with at most six decimals.</param>
    public static BarSpec Volume(decimal units) => new(BarUnit.Volume, BarAmount.Millionths(units));

    /// <summary>Bars that close with the print that completes so much money traded, price times size: "dollar bars". They need prints.</summary>
    /// <param name="amount">Quote currency, above 0, with at most six decimals. The contract size is not in it.</param>
    public static BarSpec Value(decimal amount) => new(BarUnit.Value, BarAmount.Millionths(amount));

    /// <summary>Bars of n tick sizes from low to high, each opening where the last one closed. A jump over several makes several.</summary>
    public static BarSpec Range(int ticks) => new(BarUnit.Range, Positive(ticks));

    /// <summary>
    /// Renko bricks of n tick sizes. A brick against the last one's direction begins at its other edge, so a turn takes twice the move.
    /// A jump over several makes several. Of stored bars they are made by the closes.
    /// </summary>
    public static BarSpec Renko(int ticks) => new(BarUnit.Renko, Positive(ticks));

    /// <summary>Bars that close when rises outnumber falls by n, or falls rises, counted by the tick rule: a price that stays counts as the last move did.</summary>
    public static BarSpec Imbalance(int surplus) => new(BarUnit.Imbalance, Positive(surplus));

    /// <summary>
    /// Tick imbalance bars (López de Prado, Advances in Financial Machine Learning, 2018, 2.3.2.1): a bar closes when the surplus of rises
    /// or falls exceeds what the bars before make one expect.
    /// </summary>
    /// <param name="ticks">How many ticks the first bar takes, and about how many the later ones.</param>
    public static BarSpec TickImbalance(int ticks) => new(BarUnit.TickImbalance, Positive(ticks));

    static BarSpec Parse(int count, char unit) => BarSpec.Parse(FormattableString.Invariant($"{Positive(count)}{unit}"), null);

    static int Positive(int count) => count >= 1 ? count : throw new ArgumentOutOfRangeException(nameof(count), count, "A bar has a length of at least 1.");
}
