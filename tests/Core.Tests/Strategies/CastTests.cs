namespace Workbench.Core.Tests.Strategies;

/// <summary>Several scripts over one account.</summary>
public sealed class CastTests
{
    static readonly RunConfig Two = Given.Usd with { Books = ["one", "two"] };

    [Fact]
    public void Each_script_holds_what_it_bought_and_the_account_holds_both()
    {
        decimal first = 0m, second = 0m;
        var (result, sink) = Run(
            TickScripted.Once(self => self.Buy(3_000m, tag: "one"), self => first = self.Position()),
            TickScripted.Once(self => self.Sell(1_000m, tag: "two"), self => second = self.Position()));

        Assert.Equal((3_000m, -1_000m), (first, second));
        Assert.Equal([(0, 3_000m), (1, 2_000m)], sink.Fills.Select(fill => (fill.Book, fill.PositionAfter)));
        Assert.Equal(result.EndEquity - result.StartEquity, result.Books.Sum(book => book.Net));
    }

    [Fact]
    public void A_script_hears_only_of_its_own_orders_and_cancels_only_those()
    {
        var heard = new List<string>();
        var one = new TickScripted
        {
            Ticked = (self, tick) =>
            {
                if (tick.TimeNanos == Given.At(9, 0, 1))
                {
                    self.BuyLimit(1_000m, 0.00090m, tag: "one");
                }
                else
                {
                    self.CancelAll();
                }
            },
            Executed = (_, order, report) => heard.Add($"one hears {order.Tag} {report.ExecType}"),
        };
        var two = new TickScripted
        {
            Ticked = (self, tick) =>
            {
                if (tick.TimeNanos == Given.At(9, 0, 1))
                {
                    self.BuyLimit(1_000m, 0.00080m, tag: "two");
                }
            },
            Executed = (_, order, report) => heard.Add($"two hears {order.Tag} {report.ExecType}"),
        };
        var (result, _) = Run(one, two);

        Assert.Equal(["one hears one New", "two hears two New", "one hears one Canceled"], heard);
        Assert.Equal(1, result.Orders.Open);
    }

    [Fact]
    public void A_script_decides_the_same_alone_and_in_company()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var ticks = RandomWalk.Ticks(seed, 400);
            var (_, alone) = Play.Run(Given.Usd, Erratic.Seeing(seed, null, Given.EurUsd), Tapes.Ticks(Given.EurUsd, ticks));
            var sink = new RecordingSink();
            new Engine(Two, [Erratic.Seeing(seed, null, Given.EurUsd), Erratic.Unseeing(seed + 1_000, Given.EurUsd)], [Tapes.Ticks(Given.EurUsd, ticks)], sink).Run();

            Assert.Equal(Told(alone, 0), Told(sink, 0));
        }
    }

    [Fact]
    public void A_timeframe_is_shown_to_those_that_asked_for_it()
    {
        var shown = new List<string>();
        Scripted Asking(string name, BarSpec spec) => new()
        {
            Started = self => self.Subscribe(spec),
            Barred = (_, bar) => shown.Add($"{name} {bar.Spec}"),
            Timed = (_, timer) => shown.Add($"{name} {timer}"),
        };
        Run(Asking("one", Bars.Ticks(2)), Asking("two", Bars.Minutes(1)));

        Assert.Equal(["one 2t", "two 1m"], shown);
    }

    static (RunResult Result, RecordingSink Sink) Run(Strategy one, Strategy two)
    {
        var sink = new RecordingSink();
        TickRow[] ticks = [new(Given.At(9, 0, 1), 100, 102), new(Given.At(9, 0, 2), 104, 106), new(Given.At(9, 0, 3), 103, 105)];
        return (new Engine(Two with { Range = new TimeRange(Given.Monday, Given.At(9, 1)) }, [one, two], [Tapes.Ticks(Given.EurUsd, ticks)], sink).Run(), sink);
    }

    static IEnumerable<(long, Side, decimal, decimal, string)> Told(RecordingSink sink, int book) =>
        sink.Fills.Where(fill => fill.Book == book).Select(fill => (fill.Time, fill.Side, fill.Qty, fill.Price, fill.Tag));
}
