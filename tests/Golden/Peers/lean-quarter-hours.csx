// LEAN's EquityTradeAndQuotesRegressionAlgorithm: all in whenever flat, all out at each quarter of an hour.

public sealed class LeanQuarterHours : Strategy
{
    [Parameter] public TimeSpan LastEntry { get; init; } = new(15, 44, 0);
    [Parameter(0, 1)] public decimal Invested { get; init; } = 0.9975m;
    [Parameter(0, 1)] public decimal FeePerShare { get; init; } = 0.005m;
    [Parameter(0, 10)] public decimal LeastFee { get; init; } = 1m;

    decimal last;

    public override void OnStart() => Subscribe(Bars.Minutes(1));

    public override void OnTrade(in Trade trade) => last = trade.Price;

    public override void OnBar(in Bar bar)
    {
        // The trading day of a New York share turns at midnight there.
        var clock = Now - TradingDay().Open;
        if (Position() == 0m && clock < LastEntry)
            Buy(Affordable(), tag: "all in");
        if (clock.Minutes % 15 == 0)
            TargetPosition(0m, tag: "quarter of an hour");
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
