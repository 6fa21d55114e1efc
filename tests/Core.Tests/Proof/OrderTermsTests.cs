namespace Workbench.Core.Tests.Proof;

/// <summary>Whatever an order can say is a decision, and may not come from the future; and delays on the way are nobody's fault.</summary>
public sealed class OrderTermsTests
{
    [Theory]
    [InlineData("amend")]
    [InlineData("trigger")]
    [InlineData("trail")]
    [InlineData("slice")]
    [InlineData("post-only")]
    [InlineData("bracket")]
    public void A_term_that_comes_from_the_future_is_found_with_its_order(string term)
    {
        var rehearsal = Rehearsed.Minutes(RandomWalk.Bars(9, 300, UtcNanos.Minute), rows => new Sender(term, bar => 1 + rows.FirstOrDefault(row => row.Open > bar.CloseNanos).C % 7));

        var result = new LookAheadProof(rehearsal, 5, 1).Run();

        Assert.NotEmpty(result.Found);
        Assert.All(result.Found, found => Assert.InRange((found.Before ?? found.Now)!.ClientOrderId, 1, 2_000));
    }

    [Theory]
    [InlineData("amend")]
    [InlineData("trigger")]
    [InlineData("trail")]
    [InlineData("slice")]
    [InlineData("post-only")]
    [InlineData("bracket")]
    public void The_same_term_from_the_past_is_not(string term)
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var rows = RandomWalk.Ticks(seed, 900);
            var config = Given.Usd with { Latency = new ConstantLatency(seed * 900 * UtcNanos.Millisecond, seed * 700 * UtcNanos.Millisecond, seed * 400 * UtcNanos.Millisecond) };
            var rehearsal = Rehearsed.Over(config, [Given.EurUsd], () => [Tapes.Ticks(Given.EurUsd, rows)], () => new Sender(term, bar => 1 + bar.CloseRaw % 7));

            var result = new LookAheadProof(rehearsal, 5, seed).Run();

            Assert.True(result.Passed && result.Decisions > 20, $"seed {seed}: {string.Join('\n', result.Found)}");
        }
    }

    /// <summary>At each bar an order with a term that a number decides, and another one at some reports.</summary>
    sealed class Sender(string term, Func<Bar, long> number) : Strategy
    {
        public override void OnStart() => Subscribe(Bars.Minutes(1));

        public override void OnBar(in Bar bar)
        {
            var n = number(bar);
            var price = bar.Close - n * Instrument.TickSize;
            switch (term)
            {
                case "amend":
                    Amend(BuyLimit(1m, bar.Close - 0.01m), price: price);
                    break;
                case "trigger":
                    Send(NewOrder.StopLimit(Side.Sell, 1m, price, bar.Close - 0.01m));
                    break;
                case "trail":
                    Send(NewOrder.TrailingStop(Side.Sell, 1m, Trail.Ticks(n + 3)));
                    break;
                case "slice":
                    Send(NewOrder.Limit(Side.Buy, 9m, bar.Close - 0.001m) with { DisplayQty = n });
                    break;
                case "post-only":
                    Send(NewOrder.Limit(Side.Buy, 1m, bar.Close - 0.001m) with { PostOnly = n > 3 });
                    break;
                default:
                    SendBracket(NewOrder.Market(Side.Buy, 1m), NewOrder.Stop(Side.Sell, 1m, price - 0.001m), NewOrder.Limit(Side.Sell, 1m, bar.Close + 0.001m));
                    break;
            }
        }

        public override void OnExecution(Order order, in ExecutionReport report)
        {
            if (report.ExecType == ExecType.Trade && order.ClientOrderId % 5 == 0)
            {
                CancelAll();
            }
        }
    }
}
