using Workbench.Simulators.Market;

namespace Workbench.Simulators.Tests.Market;

public sealed class WalkTests
{
    [Fact]
    public void A_seed_makes_one_market_and_another_seed_another()
    {
        Assert.Equal(Walk(7), Walk(7));
        Assert.NotEqual(Walk(7), Walk(8));
    }

    [Fact]
    public void A_walk_quotes_sanely_and_stays_near_home()
    {
        var bench = new Bench();
        var walk = new SimWalk(bench.Exchange, 3);
        for (var step = 0; step < 5_000; step++)
        {
            walk.Step();
        }

        var quotes = bench.Events.OfType<QuoteChanged>().ToList();
        Assert.All(quotes, each => Assert.True(each.Ask.Price > each.Bid.Price && each.Bid.Qty >= 0.1m && each.Ask.Qty >= 0.1m));
        Assert.InRange(quotes[^1].Bid.Price, 50, 200);
        Assert.InRange(bench.Events.OfType<Printed>().Count(), 1_500, 6_000);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Whatever_is_traded_the_books_add_up(int seed)
    {
        var bench = new Bench(depth: 4);
        var (walk, dice) = (new SimWalk(bench.Exchange, seed), new Random(seed));
        for (var step = 0; step < 1_500; step++)
        {
            walk.Step();
            Act(bench, dice);
        }

        foreach (var account in new[] { "spot", "other" })
        {
            var fills = bench.Exchange.Fills(account);
            var usd = 10_000m - fills.Sum(fill => fill.Side == SimSide.Buy ? fill.QuoteQty : -fill.QuoteQty) - fills.Where(fill => fill.FeeAsset == "USD").Sum(fill => fill.Fee);
            Assert.True(usd == bench.Exchange.Balance(account, "USD").Total, $"seed {seed}: {account}");
            Assert.True(bench.Exchange.Balances(account).All(each => each.Total >= 0), $"seed {seed}: {account} owes");
        }

        var margin = bench.Exchange.Fills("margin");
        Assert.Equal(margin.Sum(fill => fill.Side == SimSide.Buy ? fill.Qty : -fill.Qty), bench.Exchange.Position("margin", Bench.Symbol).Qty);
        Assert.Equal(1_000m + margin.Sum(fill => fill.RealizedPnl - fill.Fee), bench.Exchange.Balance("margin", "USD").Total);
        Assert.All(bench.Exchange.Accounts.SelectMany(bench.Exchange.Orders), order => Assert.Equal(
            order.CumQty, bench.Exchange.Fills(order.Account).Where(fill => fill.OrderId == order.Id).Sum(fill => fill.Qty)));
    }

    static void Act(Bench bench, Random dice)
    {
        var account = new[] { "spot", "other", "margin" }[dice.Next(3)];
        var side = dice.Next(2) == 0 ? SimSide.Buy : SimSide.Sell;
        var mid = bench.Exchange.Mid(Bench.Symbol);
        var price = Math.Round(mid + dice.Next(-5, 6) * 0.1m, 1);
        var open = bench.Exchange.OpenOrders(account);
        switch (dice.Next(6))
        {
            case 0 when open.Count > 0:
                bench.Exchange.Cancel(account, open[dice.Next(open.Count)].Id);
                break;
            case 1 when open.Count > 0:
                bench.Exchange.Amend(new SimAmendment(account, open[dice.Next(open.Count)].Id) { Qty = dice.Next(1, 20) * 0.1m, Price = price });
                break;
            case 2:
                bench.Exchange.Place(bench.Ticket(side, SimOrderKind.Market, dice.Next(1, 20) * 0.1m, account: account));
                break;
            case 3:
                bench.Exchange.Place(bench.Ticket(side, SimOrderKind.Stop, 0.5m, account: account) with { StopPrice = price });
                break;
            default:
                bench.Exchange.Place(bench.Ticket(side, SimOrderKind.Limit, dice.Next(1, 20) * 0.1m, price, account));
                break;
        }
    }

    static string Walk(int seed)
    {
        var bench = new Bench();
        var walk = new SimWalk(bench.Exchange, seed);
        for (var step = 0; step < 300; step++)
        {
            walk.Step();
        }

        return string.Join('\n', bench.Events);
    }
}
