using Workbench.Data.Instruments;
using Workbench.Model;

namespace Workbench.App.Tests.Bench;

public sealed class WalkTests
{
    static readonly Instrument Euro = InstrumentTable.BuiltIn.Find("EURUSD");

    [Fact]
    public void Ticks_are_the_same_each_time_and_never_cross_nor_go_back()
    {
        var (first, second) = (Decoded.Of(new TickWalk(Euro, 300_000)), Decoded.Of(new TickWalk(Euro, 300_000)));

        Assert.Equal(300_000, first.Time.Length);
        Assert.Equal(first.Time, second.Time);
        Assert.Equal(first.First, second.First);
        Assert.Equal(first.Second, second.Second);
        Assert.All(first.Time.Zip(first.Time.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.All(first.First.Zip(first.Second), quote => Assert.InRange(quote.Second - quote.First, 3, 5));
    }

    [Fact]
    public void A_day_of_ticks_ends_before_the_next_weekday_begins()
    {
        var ticks = Decoded.Of(new TickWalk(Euro, 1_250_001));

        Assert.Equal(DayOfWeek.Friday, UtcNanos.ToDateTime(ticks.Time[1_249_999]).DayOfWeek);
        Assert.Equal(DayOfWeek.Monday, UtcNanos.ToDateTime(ticks.Time[1_250_000]).DayOfWeek);
    }

    [Fact]
    public void Bars_open_where_the_one_before_closed()
    {
        var bars = Decoded.Of(new BarWalk(Euro, 20_000));

        Assert.Equal(20_000, bars.Time.Length);
        Assert.Equal(bars.Second.SkipLast(1), bars.First.Skip(1));
        Assert.DoesNotContain(bars.Time, time => UtcNanos.ToDateTime(time).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);
    }
}
