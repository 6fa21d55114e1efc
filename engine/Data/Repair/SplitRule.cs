namespace Workbench.Data.Repair;

/// <summary>
/// Finds rows that a split was not taken from, or taken from twice. In prices that are adjusted for splits nothing is to be seen of one; where
/// the level steps by about the split's ratio, what lies before is brought to the level behind, until the next step takes it back.
/// </summary>
sealed class SplitRule(IReadOnlyList<PriceRow> rows)
{
    /// <summary>Rows from the split within which a step may differ from its ratio as much as a market moves.</summary>
    const int Near = 15;

    /// <summary>A market's day is not expected to move by more than this many usual moves.</summary>
    const double Wildest = 6;

    readonly Market market = new(rows);

    public IReadOnlyList<PriceFinding> Apply()
    {
        List<int> splits = [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].Split > 0 && rows[row].Split != 1)];
        List<PriceFinding> repaired = [.. splits.Select(Check).OfType<PriceFinding>()];
        return [.. repaired, .. new DoubtfulSplits(rows, splits).Find()];
    }

    PriceFinding? Check(int row)
    {
        var ratio = Math.Max(rows[row].Split, 1 / rows[row].Split);
        var noise = Wildest * market.UsualMove;
        if (Math.Log(ratio) <= 1.05 * noise)
        {
            // A market that moves so much by itself hides such a split.
            return null;
        }

        var wrong = Levels(row, Math.Log(ratio), Math.Log((ratio + Math.Exp(noise)) / 2));
        foreach (var (at, level) in wrong)
        {
            Rescale(at, Math.Pow(ratio, -level));
        }

        // They were found walking back: the last one found is the first in time.
        return wrong.Count == 0 ? null : new PriceFinding(RepairRule.Splits, rows[wrong[^1].Row].Time, wrong.Count, FormattableString.Invariant(
            $"{wrong.Count} rows from {UtcNanos.ToIso(rows[wrong[^1].Row].Time)} on were not adjusted for the split of {rows[row].Split:G6} on {UtcNanos.ToIso(rows[row].Time)}, or twice"), true);
    }

    // Rows that stand so many ratios above what follows the split, walking back from a little behind it.
    List<(int Row, int Level)> Levels(int split, double ratio, double threshold)
    {
        var at = market.Priced.TakeWhile(row => row < split).Count();
        var wrong = new List<(int, int)>();
        var level = 0;
        for (var i = Math.Min(market.Priced.Count - 1, at + Near); i > 0; i--)
        {
            var step = market.Step(i);
            if (Math.Abs(step) > threshold && (Math.Abs(i - at) <= Near || IsExact(Math.Abs(step) - ratio)))
            {
                level -= Math.Sign(step);
            }

            if (level != 0)
            {
                wrong.Add((market.Priced[i - 1], level));
            }
        }

        return wrong;
    }

    bool IsExact(double residue) => Math.Abs(residue) < Math.Max(4 * market.UsualMove, 0.03);

    // A dividend that agreed with its prices before they were rescaled is one of the same shares.
    void Rescale(int row, double factor)
    {
        if (rows[row].Dividend > 0 && DividendCase.Of(rows, row) is { Pattern: DividendPattern.Agrees })
        {
            rows[row].Dividend *= factor;
        }

        Rescaling.Shares(rows[row], factor);
    }
}
