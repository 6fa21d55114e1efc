namespace Workbench.Data.Repair;

/// <summary>A dividend, held against what the prices around it say.</summary>
sealed class DividendCase
{
    /// <summary>How far an amount implied by rounded prices may be from the true one.</summary>
    const double Rounding = 0.02;

    /// <summary>Share of the price that is lost in the digits of an adjusted close.</summary>
    const double Digits = 3e-6;

    /// <summary>Place of the first row without the dividend.</summary>
    public required int Row { get; init; }

    /// <summary>When that is, UTC nanoseconds.</summary>
    public required long Time { get; init; }

    /// <summary>Close before it, which the dividend was taken from.</summary>
    public required double Before { get; init; }

    /// <summary>By how much the price fell over the day, in money; below 0 where it rose.</summary>
    public required double Drop { get; init; }

    /// <summary>Adjusted prices before it are to closes as this, where those behind it are as 1.</summary>
    public required double Adjustment { get; init; }

    /// <summary>What the vendor says, a share.</summary>
    public required double Told { get; init; }

    /// <summary>What is paid from capital gains of it.</summary>
    public required double Gains { get; init; }

    /// <summary>New shares for one old one, by all splits from this day on.</summary>
    public required double SplitsAfter { get; init; }

    /// <summary>What it is held to be; 0 for one that never was.</summary>
    public double Amount { get; set; }

    /// <summary>How dividend and adjusted prices go together.</summary>
    public DividendPattern Pattern { get; private set; }

    /// <summary>The dividend as a share of the price.</summary>
    public double Yield => Told / Before;

    /// <summary>The dividend that the adjusted prices speak of.</summary>
    public double Implied => (1 - Adjustment) * Before;

    /// <summary>Whether anybody traded: a price that stands still says nothing.</summary>
    public bool HasMoved => Drop != 0;

    /// <summary>What adjusted prices before it should be to closes.</summary>
    public double RightAdjustment => 1 - Amount / Before;

    /// <summary>Whether the adjusted prices already are what they should be.</summary>
    public bool IsAdjusted => IsAbout(Implied, Amount);

    /// <summary>The dividend of a row; null where no price before it is known.</summary>
    public static DividendCase? Of(IReadOnlyList<PriceRow> rows, int row)
    {
        if (PricedBefore(rows, row) is not { } last)
        {
            return null;
        }

        var now = rows[row];
        var found = new DividendCase
        {
            Row = row, Time = now.Time, Before = last.Close, Drop = last.Close - now.Close,
            Adjustment = Step(last, now),
            Told = now.Dividend, Amount = now.Dividend, Gains = now.CapitalGain,
            SplitsAfter = rows.Skip(row).Where(each => each.Split > 0).Aggregate(1.0, (product, each) => product * each.Split),
        };
        found.Pattern = found.Recognize();
        return found;
    }

    /// <summary>Adjusted prices before a row are to closes as this, where those from it on are as 1; null where no price before it is known.</summary>
    public static double? AdjustmentAt(IReadOnlyList<PriceRow> rows, int row) => PricedBefore(rows, row) is { } last ? Step(last, rows[row]) : null;

    static double Step(PriceRow last, PriceRow now) => last.Adjusted / last.Close / (now.Adjusted / now.Close);

    static PriceRow? PricedBefore(IReadOnlyList<PriceRow> rows, int row)
    {
        var before = row - 1;
        while (before >= 0 && !rows[before].HasPrices)
        {
            before--;
        }

        return before >= 0 && rows[row].HasPrices ? rows[before] : null;
    }

    DividendPattern Recognize() =>
        Math.Abs(Adjustment - 1) < Digits && Yield > 3 * Digits ? DividendPattern.NotAdjusted
        : IsAbout(Implied, Told) ? DividendPattern.Agrees
        : Gains > 0 && IsAbout(Implied, Told + Gains) ? DividendPattern.GainsTwice
        : SplitsAfter != 1 && IsAbout(Implied, Told / SplitsAfter) ? DividendPattern.SplitMissing
        : IsAbout(Implied, Told / 100) ? DividendPattern.Hundredth
        : IsAbout(Implied, Told * 100) ? DividendPattern.Hundredfold
        : DividendPattern.Other;

    bool IsAbout(double implied, double amount) => Math.Abs(implied - amount) <= Rounding * amount + Digits * Before;
}
