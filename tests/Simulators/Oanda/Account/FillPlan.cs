namespace Workbench.Simulators.Oanda;

/// <summary>What a fill of so many units would do to the trades of an account.</summary>
/// <param name="Closes">Trades and how many of their units it takes away, with the sign of the fill; oldest first.</param>
/// <param name="Opens">Units of the trade that it opens; 0 where it opens none.</param>
sealed record FillPlan(IReadOnlyList<(OandaTrade Trade, decimal Units)> Closes, decimal Opens)
{
    public decimal Units => Opens + Closes.Sum(close => close.Units);

    /// <summary>Closes a certain trade, in part or whole.</summary>
    public static FillPlan Close(OandaTrade trade, decimal units) => new([(trade, units)], 0);

    /// <summary>Takes from trades of the other side first, the oldest before the others, as far as it is allowed to.</summary>
    public static FillPlan Net(IEnumerable<OandaTrade> trades, decimal units, PositionFill fill)
    {
        var closes = new List<(OandaTrade, decimal)>();
        var rest = units;
        foreach (var trade in fill == PositionFill.OpenOnly ? [] : trades.Where(trade => trade.IsLong != units > 0))
        {
            if (rest == 0)
            {
                break;
            }

            var taken = Math.Sign(units) * Math.Min(Math.Abs(rest), Math.Abs(trade.CurrentUnits));
            closes.Add((trade, taken));
            rest -= taken;
        }

        return new FillPlan(closes, fill == PositionFill.ReduceOnly ? 0 : rest);
    }
}
