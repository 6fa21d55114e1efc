namespace Workbench.Data.Repair;

/// <summary>Splits that the prices show and nobody tells, and such as are told twice. Which it is cannot be told from prices alone, so these are said and left alone.</summary>
/// <param name="rows">After the splits that are told were dealt with.</param>
/// <param name="splits">Rows with a split, in time order.</param>
sealed class DoubtfulSplits(IReadOnlyList<PriceRow> rows, IReadOnlyList<int> splits)
{
    /// <summary>A level that steps for good by more than this factor is looked at.</summary>
    const double LeastFactor = 1.8;

    /// <summary>And by more than so many usual moves.</summary>
    const double LeastMoves = 12;

    /// <summary>Rows on each side that tell whether a step is for good.</summary>
    const int Beside = 5;

    /// <summary>Two splits of one ratio so close are one told twice.</summary>
    const long Close = 10 * UtcNanos.Day;

    public IEnumerable<PriceFinding> Find() => Untold().Concat(Twice());

    IEnumerable<PriceFinding> Untold()
    {
        var market = new Market(rows);
        var levels = market.Priced.Select(market.Level).ToList();
        var least = Math.Max(Math.Log(LeastFactor), LeastMoves * market.UsualMove);
        for (var i = Beside; i <= levels.Count - Beside; i++)
        {
            var row = market.Priced[i];
            if (Math.Abs(levels[i] - levels[i - 1]) > least && Math.Abs(Market.Median(levels[i..(i + Beside)]) - Market.Median(levels[(i - Beside)..i])) > least && !IsTold(market.Priced[i - 1], row))
            {
                yield return new PriceFinding(RepairRule.Splits, rows[row].Time, 0, FormattableString.Invariant(
                    $"prices are {Math.Exp(levels[i] - levels[i - 1]):G3} times those before {UtcNanos.ToIso(rows[row].Time)}, and no split is told: one may be missing"), false);
            }
        }
    }

    bool IsTold(int before, int row) => splits.Any(split => split > before && split <= row);

    IEnumerable<PriceFinding> Twice() => splits.Zip(splits.Skip(1))
        .Where(pair => rows[pair.First].Split == rows[pair.Second].Split && rows[pair.Second].Time - rows[pair.First].Time <= Close)
        .Select(pair => new PriceFinding(RepairRule.Splits, rows[pair.Second].Time, 0, FormattableString.Invariant(
            $"the split of {rows[pair.Second].Split:G6} on {UtcNanos.ToIso(rows[pair.Second].Time)} was told on {UtcNanos.ToIso(rows[pair.First].Time)} already: one of them may never have been"), false));
}
