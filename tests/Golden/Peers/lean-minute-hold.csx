// LEAN's BasicTemplateAlgorithm: everything into one share at the end of the first minute, and hold.

public sealed class LeanMinuteHold : Strategy
{
    [Parameter(0, 1)] public decimal Invested { get; init; } = 0.9975m;
    [Parameter(0, 1)] public decimal FeePerShare { get; init; } = 0.005m;
    [Parameter(0, 10)] public decimal LeastFee { get; init; } = 1m;

    decimal last;
    bool bought;

    public override void OnStart() => Subscribe(Bars.Minutes(1));

    public override void OnTrade(in Trade trade) => last = trade.Price;

    public override void OnBar(in Bar bar)
    {
        if (bought)
            return;

        Buy(Affordable(), tag: "hold");
        bought = true;
    }

    // LEAN keeps a quarter per cent of the account free, and the fee must fit into the rest too; a share is counted at its last print.
    decimal Affordable()
    {
        var budget = Invested * Equity;
        var shares = Math.Floor(budget / last);
        while (shares > 0m && shares * last + Fee(shares) > budget)
            shares--;
        return shares;
    }

    decimal Fee(decimal shares) => Math.Max(LeastFee, FeePerShare * shares);
}
