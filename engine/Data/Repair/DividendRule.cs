namespace Workbench.Data.Repair;

/// <summary>
/// Holds each dividend against the fall of the price, the step of the adjusted prices and the other dividends, sets its amount, and then
/// brings the adjusted prices before it to what follows from it. What fits no known defect is told and left alone.
/// </summary>
sealed class DividendRule(IReadOnlyList<PriceRow> rows)
{
    /// <summary>Two payments so close are one told twice, where the share pays seldom.</summary>
    const long Close = 10 * UtcNanos.Day;

    /// <summary>Adjusted prices that step by this share of the price, and no dividend.</summary>
    public const double Unexplained = 1e-3;

    readonly List<DividendCase> dividends =
        [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].Dividend > 0).Select(row => DividendCase.Of(rows, row)).OfType<DividendCase>()];

    public IReadOnlyList<PriceFinding> Apply()
    {
        var missing = Missing().ToList();
        Decide();
        DropTwins();
        return [.. dividends.Select(Settle).OfType<PriceFinding>(), .. missing];
    }

    void Decide()
    {
        foreach (var dividend in dividends.Where(each => each.Pattern == DividendPattern.SplitMissing))
        {
            dividend.Amount = dividend.Told / dividend.SplitsAfter;
        }

        var odds = new Odds(new Market(rows).UsualMove);
        new HundredChoice(odds, DividendPattern.Hundredth, false).Decide(dividends);
        new HundredChoice(odds, DividendPattern.NotAdjusted, false).Decide(dividends);
        new HundredChoice(odds, DividendPattern.Agrees, false).Decide(dividends);
        new HundredChoice(odds, DividendPattern.Agrees, true).Decide(dividends);
        new HundredChoice(odds, DividendPattern.Hundredfold, true).Decide(dividends);
    }

    // Of two payments of about one size within days, where months are usual, the one that the price fell less on never was.
    void DropTwins()
    {
        var gaps = dividends.Zip(dividends.Skip(1)).Select(pair => pair.Second.Time - pair.First.Time).ToList();
        for (var i = 0; i < gaps.Count; i++)
        {
            var others = gaps.Where((_, at) => at != i).Select(gap => (double)gap).ToList();
            var (first, second) = (dividends[i], dividends[i + 1]);
            var isSeldom = others.Count == 0 || Market.Median(others) > 3.0 * gaps[i];
            if (gaps[i] <= Close && isSeldom && first.Amount > 0 && second.Amount > 0 && first.Amount / second.Amount is > 0.8 and < 1.25)
            {
                (first.Drop / first.Amount < second.Drop / second.Amount ? first : second).Amount = 0;
            }
        }
    }

    PriceFinding? Settle(DividendCase dividend)
    {
        if (dividend.Amount > 0 && dividend.Pattern is DividendPattern.Other or DividendPattern.GainsTwice)
        {
            return dividend.Pattern == DividendPattern.Other ? Told(dividend) : null;
        }

        var isRight = dividend.IsAdjusted;
        if (isRight && dividend.Amount == dividend.Told)
        {
            return null;
        }

        rows[dividend.Row].Dividend = dividend.Amount;
        if (!isRight)
        {
            Adjust(rows, dividend);
        }

        return new PriceFinding(RepairRule.Dividends, dividend.Time, isRight ? 1 : dividend.Row, Sentence(dividend, isRight), true);
    }

    /// <summary>Brings the adjusted prices before a dividend to what follows from its amount.</summary>
    public static void Adjust(IReadOnlyList<PriceRow> rows, DividendCase dividend)
    {
        for (var i = 0; i < dividend.Row; i++)
        {
            rows[i].Adjusted *= dividend.RightAdjustment / dividend.Adjustment;
        }
    }

    static PriceFinding Told(DividendCase dividend) => new(RepairRule.Dividends, dividend.Time, 0, FormattableString.Invariant(
        $"adjusted prices speak of a dividend of {dividend.Implied:G5} on {UtcNanos.ToIso(dividend.Time)}, the vendor tells {dividend.Told:G5}: which one is right cannot be told"), false);

    static string Sentence(DividendCase dividend, bool isAdjusted) => FormattableString.Invariant($"dividend of {dividend.Told:G5} on {UtcNanos.ToIso(dividend.Time)} ")
        + (dividend.Amount == 0 ? "was told twice"
            : dividend.Amount != dividend.Told ? FormattableString.Invariant($"is {dividend.Amount:G5}")
            : FormattableString.Invariant($"was taken off as {dividend.Implied:G5}"))
        + (isAdjusted ? "" : "; adjusted prices before it follow");

    IEnumerable<PriceFinding> Missing()
    {
        var priced = new Market(rows).Priced;
        for (var i = 1; i < priced.Count; i++)
        {
            var (before, now) = (rows[priced[i - 1]], rows[priced[i]]);
            var share = 1 - before.Adjusted / before.Close / (now.Adjusted / now.Close);
            var isTold = Enumerable.Range(priced[i - 1] + 1, priced[i] - priced[i - 1]).Any(row => rows[row].Dividend > 0);
            if (Math.Abs(share) > Unexplained && !isTold)
            {
                yield return new PriceFinding(RepairRule.Dividends, now.Time, 0, FormattableString.Invariant(
                    $"adjusted prices step by {share:P2} on {UtcNanos.ToIso(now.Time)}, and no dividend is told: one of about {share * before.Close:G4} may be missing"), false);
            }
        }
    }
}
