namespace Workbench.Core.Tests.Simulation;

/// <summary>The ladder and the queue on a feed that nobody here wrote.</summary>
public sealed class RecordedBookTests
{
    static RunConfig Config => Given.Usd with { Cash = 10_000_000m, Range = new TimeRange(1_723_161_000 * UtcNanos.Second, 1_723_162_000 * UtcNanos.Second) };

    [SharedDataFact]
    public void The_best_prices_are_the_venue_s_own_after_every_message()
    {
        var (message, compared, before) = (0, 0, 0L);
        var strategy = new Scripted
        {
            Booked = (_, book) =>
            {
                var id = RecordedBook.Day.Ids[message++];
                if (RecordedBook.Day.BestWithin(before, id) is { } best)
                {
                    Assert.Equal(best, (book.Level(Side.Buy, 0).PriceRaw, book.Level(Side.Sell, 0).PriceRaw));
                    compared++;
                }

                before = id;
            },
        };
        Play.Run(Config, strategy, Tapes.Depth(RecordedBook.Coin, RecordedBook.Day.Depth));

        Assert.Equal(RecordedBook.Day.Ids.Count, message);
        Assert.True(compared > 3_000, $"only {compared} of {message} messages could be compared");
    }

    [SharedDataFact]
    public void A_risk_averse_queue_fills_no_more_than_a_hopeful_one()
    {
        var cautious = Quoted(RiskAverseQueue.Instance);
        var hopeful = Quoted(new ProbabilityQueue(1));

        Assert.True(cautious.Fills.Count > 0, "nobody was ever served");
        Assert.True(cautious.Fills.Sum(fill => fill.Qty) <= hopeful.Fills.Sum(fill => fill.Qty), $"{cautious.Fills.Count} and {hopeful.Fills.Count} fills");
        Assert.All(cautious.Fills, fill => Assert.Equal(0m, fill.SpreadCost));
    }

    [SharedDataFact]
    public void A_large_order_pays_for_each_level_it_takes()
    {
        var sent = false;
        var strategy = new Scripted
        {
            Booked = (self, _) =>
            {
                if (!sent)
                {
                    self.Buy(20m);
                }

                sent = true;
            },
        };
        var sink = Play.Run(Config, strategy, Tapes.Depth(RecordedBook.Coin, RecordedBook.Day.Depth)).Sink;

        Assert.True(sink.Fills.Count > 1, "one level held it all");
        Assert.Equal(20m, sink.Fills.Sum(fill => fill.Qty));
        Assert.Equal(sink.Fills.Select(fill => fill.Price), sink.Fills.Select(fill => fill.Price).Order());
        Assert.Equal(sink.Fills.Sum(fill => (fill.Price - sink.Fills[0].Price) * fill.Qty), sink.Fills.Sum(fill => fill.SlippageCost));
    }

    /// <summary>Joins the best bid whenever it has no order, and takes its order away when the bid has left it.</summary>
    static RecordingSink Quoted(IQueueModel queue)
    {
        var strategy = new Scripted
        {
            Booked = (self, book) =>
            {
                var best = book.Price(Side.Buy, 0);
                if (self.OpenOrders.Count == 0)
                {
                    self.Send(NewOrder.Limit(Side.Buy, 0.01m, best) with { PostOnly = true });
                }
                else if (self.OpenOrders[0].Price < best)
                {
                    self.CancelAll();
                }
            },
        };
        return Play.Run(Config with { Queue = queue }, strategy, Tapes.Depth(RecordedBook.Coin, RecordedBook.Day.Depth), Tapes.Trades(RecordedBook.Coin, RecordedBook.Day.Prints)).Sink;
    }
}
