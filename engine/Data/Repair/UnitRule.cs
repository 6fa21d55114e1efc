namespace Workbench.Data.Repair;

/// <summary>
/// Finds prices in another unit of the currency, pence for pounds: a step of about a hundred from one row to the next, or one price of
/// a row a hundred times its close. The unit that counts is that of the last stretch that is long enough to be no slip itself.
/// </summary>
sealed class UnitRule(IReadOnlyList<PriceRow> rows)
{
    const double Unit = 100;

    /// <summary>Rows in one unit that make it more than a slip.</summary>
    const int LongEnough = 5;

    /// <summary>How far a step may be from a hundred, in logarithms: a market that halved or doubled on the day of a slip is the worst that is believed.</summary>
    const double Furthest = 0.7;

    const double Nearest = 0.35;

    readonly Market market = new(rows);

    public IReadOnlyList<PriceFinding> Apply() => [.. Cells(), .. Stretches()];

    IEnumerable<PriceFinding> Stretches()
    {
        var levels = Levels();
        var reference = Reference(levels);
        var wrong = market.Priced.Zip(levels).Where(row => row.Second != reference).ToList();
        foreach (var (row, level) in wrong)
        {
            Rescaling.Prices(rows[row], Math.Pow(Unit, reference - level));
        }

        return wrong.Count == 0 ? [] :
        [
            new PriceFinding(RepairRule.Units, rows[wrong[0].First].Time, wrong.Count, FormattableString.Invariant(
                $"{wrong.Count} rows are in another unit: {Unit:0} times too {(wrong[0].Second > reference ? "big" : "small")}, first {UtcNanos.ToIso(rows[wrong[0].First].Time)}"), true),
        ];
    }

    // How many times a hundred each row stands above the first one.
    int[] Levels()
    {
        var levels = new int[market.Priced.Count];
        for (var i = 1; i < levels.Length; i++)
        {
            var step = market.Step(i);
            levels[i] = levels[i - 1] + (IsUnit(step) ? Math.Sign(step) : 0);
        }

        return levels;
    }

    bool IsUnit(double step) => Math.Abs(Math.Abs(step) - Math.Log(Unit)) < Math.Clamp(6 * market.UsualMove, Nearest, Furthest);

    static int Reference(int[] levels)
    {
        for (var end = levels.Length - 1; end >= 0;)
        {
            var from = end;
            while (from > 0 && levels[from - 1] == levels[end])
            {
                from--;
            }

            if (end - from + 1 >= LongEnough)
            {
                return levels[end];
            }

            end = from - 1;
        }

        return levels.GroupBy(level => level).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault()?.Key ?? 0;
    }

    // One price of a row alone: the others of the row say what it should be, the neighbours' closes which of two is wrong.
    IEnumerable<PriceFinding> Cells()
    {
        for (var i = 0; i < market.Priced.Count; i++)
        {
            var row = rows[market.Priced[i]];
            var usual = Market.Median([Math.Log(row.Open), Math.Log(row.High), Math.Log(row.Low), Math.Log(row.Close)]);
            var beside = Market.Median([.. Enumerable.Range(Math.Max(0, i - 2), Math.Min(5, market.Priced.Count - Math.Max(0, i - 2))).Select(near => market.Level(market.Priced[near]))]);
            var changed = Mend(row, Math.Abs(usual - beside) < Furthest ? usual : beside);
            if (changed.Count > 0)
            {
                yield return new PriceFinding(RepairRule.Units, row.Time, 1, $"{string.Join(" and ", changed)} of {UtcNanos.ToIso(row.Time)} in another unit than the rest of the row", true);
            }
        }
    }

    List<string> Mend(PriceRow row, double level)
    {
        var off = new[] { Off(row.Open, level), Off(row.High, level), Off(row.Low, level), Off(row.Close, level) };
        if (off.All(factor => factor == off[0]))
        {
            return [];
        }

        row.Open *= off[0];
        row.High *= off[1];
        row.Low *= off[2];
        row.Close *= off[3];
        // The adjusted close is made from the close, the slip included.
        row.Adjusted *= off[3];
        return [.. new[] { "open", "high", "low", "close" }.Where((_, i) => off[i] != 1)];
    }

    double Off(double price, double level)
    {
        var step = Math.Log(price) - level;
        return IsUnit(step) ? step > 0 ? 1 / Unit : Unit : 1;
    }
}
