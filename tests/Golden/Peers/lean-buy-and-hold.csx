// LEAN's BasicTemplateDailyAlgorithm: everything into one share at the first close, and hold.

public sealed class LeanBuyAndHold : Strategy
{
    [Parameter(0, 1)] public decimal Invested { get; init; } = 0.9975m;
    [Parameter(0, 1)] public decimal FeePerShare { get; init; } = 0.005m;
    [Parameter(0, 10)] public decimal LeastFee { get; init; } = 1m;

    bool bought;

    public override void OnStart() => Subscribe(Bars.Days());

    public override void OnBar(in Bar bar)
    {
        if (bought)
            return;

        Buy(Affordable(bar.Close), tag: "hold");
        bought = true;
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
