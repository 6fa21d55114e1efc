namespace Workbench.Core.Tests.Indicators;

public sealed class TdSequentialTests
{
    [Fact]
    public void A_straight_fall_completes_setup_and_countdown()
    {
        // Four rising closes and a turn; every bar of the fall closes below the low two before.
        var (counts, td) = Run([110, 111, 112, 113, 114, .. Enumerable.Range(1, 22).Select(i => 108d - 3 * i)]);
        Assert.Equal([.. Enumerable.Range(1, 22).Select(i => -(double)i)], counts.Select(count => count.Setup).Skip(5));
        // The ninth bar counts already; the eighteenth starts the countdown anew, so that it never gets to thirteen.
        Assert.Equal([-1, -2, -3, -4, -5, -6, -7, -8, -9, -1, -2, -3, -4, -5], counts.Select(count => count.Countdown).Skip(13));
        Assert.True(td.IsPerfect);
    }

    [Fact]
    public void A_countdown_shows_thirteen_once()
    {
        // An equal close ends the setup, and without a turn no other starts: nothing grows to eighteen.
        double[] fall = [.. Enumerable.Range(1, 10).Select(i => 108d - 3 * i)];
        double[] slide = [.. Enumerable.Range(1, 16).Select(i => fall[^4] - 3 * i)];
        var (counts, _) = Run([110, 111, 112, 113, 114, .. fall, fall[^4], .. slide]);
        Assert.Single(counts, count => count.Countdown == -13);
        Assert.Equal(0, counts[counts.FindIndex(count => count.Countdown == -13) + 1].Countdown);
    }

    [Fact]
    public void The_thirteenth_waits_until_it_reaches_beyond_the_eighth()
    {
        // Eight bars count on the way down to 60; five more on a second way down from 90, which has still to get there.
        double[] fall = [.. Enumerable.Range(1, 16).Select(i => 108d - 3 * i)];
        double[] again = [.. Enumerable.Range(1, 14).Select(i => 88d - 2 * i)];
        var (counts, _) = Run([110, 111, 112, 113, 114, .. fall, 86, 90, .. again]);
        Assert.Equal((-12d, -13d), (counts[^2].Countdown, counts[^1].Countdown));
        Assert.True(counts.Count(count => count.Countdown == -12) > 3);
    }

    [Fact]
    public void A_run_without_a_turn_before_it_is_no_setup()
    {
        var (counts, _) = Run([.. Enumerable.Range(1, 30).Select(i => 200d - i)]);
        Assert.All(counts.Skip(5), count => Assert.Equal((0d, 0d), count));
    }

    [Fact]
    public void A_bar_wholly_above_the_setup_cancels_the_countdown()
    {
        double[] fall = [.. Enumerable.Range(1, 11).Select(i => 108d - 3 * i)];
        var (counts, td) = Run([110, 111, 112, 113, 114, .. fall, 120, 121]);
        Assert.Equal(114, td.Resistance);
        // The first bar above came by a gap, and the gap belongs to it.
        Assert.Equal([-3, -3, 0], counts.Select(count => count.Countdown).TakeLast(3));
    }

    static (List<(double Setup, double Countdown)> Counts, TdSequential Td) Run(double[] closes)
    {
        var prices = new Series(closes, closes.Map(v => v + 0.5), closes.Map(v => v - 0.5), closes, closes);
        var td = new TdSequential();
        List<(double, double)> counts = [];
        for (var i = 0; i < closes.Length; i++)
        {
            td.Update(prices.BarAt(i));
            counts.Add((td.Value, td.Countdown));
        }

        return (counts, td);
    }
}
