namespace Workbench.Core;

/// <summary>What positions are worth in account currency, at the side of the quote at which they are worth more.</summary>
static class Exposures
{
    /// <summary>Value of so many units of a market, 0 or more; 0 where no price is known yet.</summary>
    public static decimal Worth(Market market, decimal qty)
    {
        if (qty == 0m || !market.HasPrice || !market.Conversion.IsKnown)
        {
            return 0m;
        }

        var instrument = market.Instrument;
        var worth = Math.Max(
            Math.Abs(instrument.ValueOf(qty, instrument.FromRaw(market.Bid))), Math.Abs(instrument.ValueOf(qty, instrument.FromRaw(market.Ask))));
        return worth * market.Conversion.Rate();
    }

    /// <summary>Signed value of what is held of a market, at its mid.</summary>
    public static decimal Signed(Market market) => Signed(market, market.Position.Qty);

    /// <summary>Signed value of so many signed units, at the mid.</summary>
    public static decimal Signed(Market market, decimal qty) => qty == 0m || !market.HasPrice || !market.Conversion.IsKnown
        ? 0m
        : market.Instrument.ValueOf(qty, market.Mid) * market.Conversion.Rate();

    /// <summary>A value over equity; without bound where no equity is left.</summary>
    public static decimal Share(decimal value, decimal equity) =>
        value == 0m ? 0m : equity <= 0m || value / equity > 1e15m ? decimal.MaxValue : value / equity;
}
