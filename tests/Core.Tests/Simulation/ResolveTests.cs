namespace Workbench.Core.Tests.Simulation;

/// <summary>Stop and target in one long bar, and shorter bars that tell which came first.</summary>
public sealed class ResolveTests
{
    // Five-minute bars; the second one holds both the stop at 95 and the target at 105.
    static readonly BarRow[] Long = [Five(0, 100, 101, 99, 100), Five(1, 100, 106, 94, 100), Five(2, 100, 101, 99, 100)];

    [Fact]
    public void Without_shorter_bars_the_stop_comes_first() => Assert.Equal(["entry", "stop"], Exits(Tapes.Bars(Given.EurUsd, Bars.Minutes(5), Long)));

    [Theory]
    [InlineData(106, 99, 105, 94, "target")]
    [InlineData(101, 94, 106, 99, "stop")]
    public void Shorter_bars_tell_which_came_first(long high1, long low1, long high2, long low2, string exit)
    {
        BarRow[] minutes =
        [
            .. Enumerable.Range(0, 5).Select(i => One(i, 100, 100, 100, 100)), One(5, 100, high1, low1, 100), One(6, 100, high2, low2, 100),
            .. Enumerable.Range(7, 8).Select(i => One(i, 100, 100, 100, 100)),
        ];

        Assert.Equal(["entry", exit], Exits(Finer(minutes), Tapes.Bars(Given.EurUsd, Bars.Minutes(5), Long)));
    }

    [Fact]
    public void A_long_bar_without_shorter_ones_is_matched_as_a_whole()
    {
        BarRow[] minutes = [.. Enumerable.Range(0, 5).Select(i => One(i, 100, 100, 100, 100))];

        Assert.Equal(["entry", "stop"], Exits(Finer(minutes), Tapes.Bars(Given.EurUsd, Bars.Minutes(5), Long)));
    }

    [Fact]
    public void The_strategy_sees_the_long_bars_alone()
    {
        var seen = new List<string>();
        var strategy = new Scripted { Started = self => self.Subscribe(Bars.Minutes(5)), Barred = (_, bar) => seen.Add($"{bar.Spec} {bar.High}") };
        Play.Run(Given.Usd, strategy, Finer([One(0, 100, 200, 100, 100)]), Tapes.Bars(Given.EurUsd, Bars.Minutes(5), Long));

        Assert.Equal(["5m 0.00101", "5m 0.00106", "5m 0.00101"], seen);
    }

    static IEnumerable<string> Exits(params Tape[] tapes)
    {
        var sent = false;
        var strategy = new Scripted
        {
            Started = self => self.Subscribe(Bars.Minutes(5)),
            Barred = (self, _) =>
            {
                if (!sent)
                {
                    self.SendBracket(
                        NewOrder.Market(Side.Buy, 1_000m) with { Tag = "entry" },
                        NewOrder.Stop(Side.Sell, 1_000m, 0.00095m) with { Tag = "stop" }, NewOrder.Limit(Side.Sell, 1_000m, 0.00105m) with { Tag = "target" });
                }

                sent = true;
            },
        };
        return Play.Run(Given.Usd, strategy, tapes).Sink.Fills.Select(fill => fill.Tag);
    }

    static Tape Finer(BarRow[] rows) => Tape.OfFinerBars(Tapes.Cursor(Given.EurUsd, rows), Bars.Minutes(1));

    static BarRow Five(int index, long open, long high, long low, long close) => new(Given.At(9, 5 * index), Given.At(9, 5 * index + 5), open, high, low, close);

    static BarRow One(int index, long open, long high, long low, long close) => new(Given.At(9, index), Given.At(9, index + 1), open, high, low, close);
}
