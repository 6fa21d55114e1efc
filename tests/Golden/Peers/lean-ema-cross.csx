// LEAN's SecurityCustomPropertiesAlgorithm: all in while the average of 30 minutes lies above that of 60, else out.

public sealed class LeanEmaCross : Strategy
{
    [Parameter(1, 500)] public int Quick { get; init; } = 30;
    [Parameter(1, 500)] public int Calm { get; init; } = 60;
    [Parameter(0, 1)] public decimal Invested { get; init; } = 0.9975m;
    [Parameter(0, 1)] public decimal FeeRate { get; init; } = 0.00002m;
    [Parameter(0, 10)] public decimal LeastFee { get; init; } = 1m;

    double quick, calm;
    decimal last;
    int seen;

    public override void OnStart() => Subscribe(Bars.Minutes(1));

    // One print a minute, the close of its bar of trades. LEAN's averages start from the mean of what they have seen.
    public override void OnTrade(in Trade trade)
    {
        last = trade.Price;
        seen++;
        quick += ((double)last - quick) * Weight(Quick);
        calm += ((double)last - calm) * Weight(Calm);
    }

    public override void OnBar(in Bar bar)
    {
        if (seen < Calm)
            return;

        if (Position() == 0m && quick > calm)
            Buy(Affordable(), tag: "quick above calm");
        else if (Position() > 0m && quick < calm)
            Sell(Position(), tag: "quick below calm");
    }

    double Weight(int length) => seen <= length ? 1d / seen : 2d / (length + 1);

    // LEAN keeps a quarter per cent of the account free, and the fee must fit into the rest too; a share is counted at its last print.
    decimal Affordable()
    {
        var budget = Invested * Equity;
        var shares = Math.Floor(budget / last);
        while (shares > 0m && shares * last + Fee(shares) > budget)
            shares--;
        return shares;
    }

    decimal Fee(decimal shares) => Math.Max(LeastFee, FeeRate * shares * last);
}
