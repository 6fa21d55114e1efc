using Workbench.Data.Calendars;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Conversion;

/// <summary>Some years of a share drawn by dice: its days as they were traded, the dividends and splits, and what each day's holder was left with.</summary>
sealed class ShareLife
{
    const int Days = 400;
    static readonly decimal[] Ratios = [2m, 3m, 7m, 1.5m, 0.1m];

    public ShareLife(int seed, int splits = 3)
    {
        var dice = new Random(seed);
        var splitDays = Enumerable.Range(0, splits).Select(i => 40 + i * 120 + dice.Next(60)).ToHashSet();
        var day = new DateOnly(2015, 1, 5);
        decimal value = 100m, shares = 1m;
        for (var i = 0; i < Days; i++, day = day.AddDays(1))
        {
            while (TradingDates.OfDate(Share.Calendar, DayOf(day)) is var hours && !Share.Calendar.IsOpen(hours.From))
            {
                day = day.AddDays(1);
            }

            var split = splitDays.Contains(i) ? Ratios[dice.Next(Ratios.Length)] : 0m;
            shares *= split > 0 ? split : 1m;
            value *= 1m + (decimal)(dice.NextDouble() - 0.5) / 25m;
            var close = Math.Round(value / shares, 4);
            var range = TradingDates.OfDate(Share.Calendar, DayOf(day));
            Bars.Add(new BarRow(range.From, range.To, Raw(close * 0.999m), Raw(close * 1.01m), Raw(close * 0.99m), Raw(close), dice.Next(1, 1_000) * 210));
            Dates.Add(day);
            Splits.Add(split > 0 ? split : 1m);
            Yields.Add(i > 0 && dice.Next(30) == 0 || splitDays.Contains(i) && dice.Next(2) == 0 ? (decimal)dice.NextDouble() / 40m : 0m);
        }
    }

    public static Instrument Share { get; } = InstrumentTable.BuiltIn.Find("XYZ", new InstrumentOverrides { Point = 0.0001m, Quote = "USD" });

    public List<BarRow> Bars { get; } = [];

    public List<DateOnly> Dates { get; } = [];

    /// <summary>New shares for an old one from each day on; 1 for no split.</summary>
    public List<decimal> Splits { get; } = [];

    List<decimal> Yields { get; } = [];

    /// <summary>Dividend of each day, of the shares of the day before; 0 for none.</summary>
    public decimal Paid(int day) => Told(day) * SharesAfter(day);

    /// <summary>Shares that one of the day before has become by the end.</summary>
    public decimal SharesAfter(int day) => Splits.Skip(day).Aggregate(1m, static (product, split) => product * split);

    public decimal Close(int day) => Share.FromRaw(Bars[day].Close);

    /// <summary>The table as a vendor tells it: dividends of the last day's shares.</summary>
    public ActionTable Table => new("XYZ", "test",
        [.. Enumerable.Range(0, Days).Where(day => Splits[day] != 1 || Told(day) > 0).Select(day => new CorporateAction(Dates[day], Told(day), Splits[day] == 1 ? 0 : Splits[day]))]);

    /// <summary>The days as a vendor gives them that adjusts for splits.</summary>
    public IEnumerable<BarRow> SplitAdjusted => Bars.Select((bar, day) => SharesAfter(day + 1) is var shares ? bar with
    {
        Open = Divided(bar.Open, shares), High = Divided(bar.High, shares), Low = Divided(bar.Low, shares), Close = Divided(bar.Close, shares), Volume = (long)Math.Round(bar.Volume * shares),
    } : bar);

    decimal Told(int day) => day == 0 ? 0m : Math.Round(Yields[day] * Close(day - 1) / SharesAfter(day), 6);

    static long DayOf(DateOnly date) => UtcNanos.From(date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));

    static long Raw(decimal price) => (long)Math.Round(price * 10_000m);

    // In eight decimals.
    static long Divided(long raw, decimal shares) => (long)Math.Round(raw * 10_000m / shares);
}
