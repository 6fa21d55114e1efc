namespace Workbench.Simulators.Oanda;

/// <summary>What a number of units would cost on the ladder of a price.</summary>
/// <param name="Units">How many of them are to be had, with their sign.</param>
/// <param name="Price">Their average price, rounded against whoever trades.</param>
readonly record struct Ladder(decimal Units, decimal Price)
{
    public static Ladder Take(OandaPrice price, decimal units, OandaInstrument instrument)
    {
        var (left, cost) = (Math.Abs(units), 0m);
        foreach (var step in units > 0 ? price.Asks : price.Bids)
        {
            var taken = Math.Min(left, step.Liquidity);
            cost += taken * step.Price;
            left -= taken;
        }

        var got = Math.Abs(units) - left;
        return got == 0 ? default : new Ladder(Math.Sign(units) * got, Against(cost / got, units > 0, instrument));
    }

    static decimal Against(decimal average, bool isBuy, OandaInstrument instrument) => instrument.Price(decimal.Round(
        average, instrument.DisplayPrecision, isBuy ? MidpointRounding.ToPositiveInfinity : MidpointRounding.ToNegativeInfinity));
}
