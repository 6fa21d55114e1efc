namespace Workbench.Core;

/// <summary>
/// How many units to trade: the money that a script is ready to risk, turned into an order's quantity. All round down to what an order may
/// carry; what cannot be computed (no stop distance, no price, no number) becomes 0, which is no order.
/// </summary>
/// <remarks><c>rate</c> is what one unit of the instrument's settlement currency is worth in the account's; 1 where they are the same.</remarks>
public static class Sizing
{
    /// <summary>Fixed fraction: as many units as lose that share of equity when the stop is hit. quantity = equity · risk / (distance · contract size · rate) (Vince, 1990).</summary>
    /// <param name="instrument">What is traded; a linear contract.</param>
    /// <param name="equity">Worth of the account.</param>
    /// <param name="risk">Share of it to lose at the stop, 0 to 1: 0.01 for one percent.</param>
    /// <param name="stopDistance">From entry to stop, in quote currency, above 0.</param>
    /// <param name="rate">Account currency for one of settlement currency. Default 1.</param>
    public static decimal FixedFraction(Instrument instrument, decimal equity, decimal risk, decimal stopDistance, decimal rate = 1m) =>
        Units(instrument, equity * risk, stopDistance * instrument.ContractSize * rate);

    /// <summary>Volatility target: as many units as make the position move by that share of equity a year. quantity = equity · target / (volatility · value of a unit) (Moskowitz, Ooi, Pedersen, 2012).</summary>
    /// <param name="instrument">What is traded.</param>
    /// <param name="equity">Worth of the account.</param>
    /// <param name="target">Deviation wanted, a share of equity: 0.1 for ten percent.</param>
    /// <param name="volatility">Deviation of the instrument's returns over the same time, a share of its price; above 0.</param>
    /// <param name="price">Its price now, in quote currency.</param>
    /// <param name="rate">Account currency for one of settlement currency. Default 1.</param>
    public static decimal VolatilityTarget(Instrument instrument, decimal equity, decimal target, double volatility, decimal price, decimal rate = 1m) =>
        price <= 0m || !(volatility > 1e-12 && volatility < 1e12) ? 0m
            : Units(instrument, equity * target / (decimal)volatility, instrument.ValueOf(1m, price) * rate);

    /// <summary>Kelly's share of equity to risk on a bet, a part of it and capped: f = p − (1 − p) / b (Kelly, 1956; Thorp, 2006, on fractions of it).</summary>
    /// <param name="winRate">Probability to win, 0 to 1.</param>
    /// <param name="payoff">What is won over what is lost, above 0.</param>
    /// <param name="fraction">Part of the full share that is dared, 0 to 1. Default a half: the full one is right only where both figures are known exactly.</param>
    /// <param name="cap">Largest share, whatever comes out. Default 0.02.</param>
    /// <returns>A share from 0 to the cap; 0 where the bet is not worth taking.</returns>
    public static decimal CappedKelly(double winRate, double payoff, double fraction = 0.5, decimal cap = 0.02m)
    {
        var share = winRate is >= 0d and <= 1d && payoff > 0d ? fraction * (winRate - (1d - winRate) / payoff) : 0d;
        return share > 0d ? share < (double)cap ? (decimal)share : cap : 0m;
    }

    /// <summary>A quantity weighted by how sure a prediction is: size · (2Φ(z) − 1), z = (p − ½) / √(p (1 − p)) (López de Prado, 2018, 10.3).</summary>
    /// <param name="instrument">What is traded.</param>
    /// <param name="qty">Units at full confidence.</param>
    /// <param name="probability">Probability that the prediction is right, 0 to 1; at a half and below nothing is traded.</param>
    public static decimal ConfidenceWeighted(Instrument instrument, decimal qty, double probability)
    {
        var z = (probability - 0.5) / Math.Sqrt(probability * (1d - probability));
        return probability >= 1d ? instrument.RoundToLot(qty)
            : z > 0d ? instrument.RoundToLot(qty * (decimal)(2d * NormalCurve.Probability(z) - 1d))
            : 0m;
    }

    static decimal Units(Instrument instrument, decimal money, decimal perUnit)
    {
        if (money <= 0m || perUnit <= 0m || money / 1e15m > perUnit)
        {
            return 0m;
        }

        var qty = instrument.RoundToLot(money / perUnit);
        return qty < instrument.MinQty ? 0m : instrument.MaxQty > 0m ? Math.Min(qty, instrument.MaxQty) : qty;
    }
}
