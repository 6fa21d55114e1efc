// LEAN's MACDTrendAlgorithm: all in shares while the MACD lies above its signal by more than a quarter per cent of the price, else in cash.

public sealed class LeanMacd : Strategy
{
    [Parameter(0, 1)] public decimal Tolerance { get; init; } = 0.0025m;
    [Parameter(0, 1)] public decimal Invested { get; init; } = 0.9975m;
    [Parameter(0, 1)] public decimal FeePerShare { get; init; } = 0.005m;
    [Parameter(0, 10)] public decimal LeastFee { get; init; } = 1m;

    Macd macd = null!;
    Ema fast = null!;

    public override void OnStart()
    {
        macd = Add(new Macd(12, 26, 9), Bars.Days());
        fast = Add(new Ema(12), Bars.Days());
    }

    public override void OnBar(in Bar bar)
    {
        if (!macd.IsReady)
            return;

        var distance = macd.Histogram / fast.Value;
        if (Position() <= 0m && distance > (double)Tolerance)
            Buy(Affordable(bar.Close), tag: "macd above signal");
        else if (Position() > 0m && distance < -(double)Tolerance)
            Sell(Position(), tag: "macd below signal");
    }

    // LEAN keeps a quarter per cent of the account free, and the fee must fit into the rest too.
    decimal Affordable(decimal price)
    {
        var budget = Invested * Equity;
        var shares = Math.Floor(budget / price);
        while (shares > 0m && shares * price + Math.Max(LeastFee, FeePerShare * shares) > budget)
            shares--;
        return shares;
    }
}
