namespace Workbench.Data.Repair;

/// <summary>A fund's dividend holds its capital gains already; where adjusted prices had both taken off, the gains are given back.</summary>
sealed class CapitalGainRule(IReadOnlyList<PriceRow> rows)
{
    public IReadOnlyList<PriceFinding> Apply() =>
        [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].CapitalGain > 0 && rows[row].Dividend >= rows[row].CapitalGain).Select(Check).OfType<PriceFinding>()];

    PriceFinding? Check(int row)
    {
        if (DividendCase.Of(rows, row) is not { Pattern: DividendPattern.GainsTwice } dividend)
        {
            return null;
        }

        DividendRule.Adjust(rows, dividend);
        return new PriceFinding(RepairRule.CapitalGains, dividend.Time, row, FormattableString.Invariant(
            $"capital gains of {dividend.Gains:G5} on {UtcNanos.ToIso(dividend.Time)} were taken off beside the dividend of {dividend.Told:G5} that holds them; adjusted prices before it follow"), true);
    }
}
