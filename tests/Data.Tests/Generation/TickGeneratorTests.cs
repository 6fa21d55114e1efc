using Workbench.Data.Generation;
using Workbench.Data.Instruments;

namespace Workbench.Data.Tests.Generation;

public sealed class TickGeneratorTests
{
    static readonly long Monday = UtcNanos.From(new DateTime(2024, 1, 8, 0, 0, 0, DateTimeKind.Utc));

    [Theory]
    [InlineData("EURUSD")]
    [InlineData("GBPJPY")]
    [InlineData("XAUUSD")]
    [InlineData("US30")]
    [InlineData("BTCUSD")]
    public void Ticks_rise_in_time_are_never_crossed_and_stay_plausible(string symbol)
    {
        var instrument = InstrumentTable.BuiltIn.Find(symbol);
        var profile = TickProfile.Of(instrument);
        using var generator = new TickGenerator(instrument, profile, 7, Monday, 1_000_000);
        var batch = new TickBatch();
        var (last, count) = (0L, 0);
        while (generator.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++, count++)
            {
                Assert.True(batch.Time[i] > last && batch.Bid[i] < batch.Ask[i]);
                Assert.True(instrument.Calendar.IsOpen(batch.Time[i]));
                last = batch.Time[i];
                var mid = instrument.FromRaw(batch.Bid[i]) / profile.Price;
                Assert.True(mid is > 0.6m and < 1.6m, $"tick {count} at {mid} of the start");
            }
        }

        Assert.Equal(1_000_000, count);
        var days = 1_000_000d / profile.TicksPerDay;
        var calendarDays = (last - Monday) / (double)UtcNanos.Day;
        Assert.InRange(calendarDays, days * 0.7, days * 2);
    }

    [Fact]
    public void A_seed_gives_the_same_ticks_again_and_another_gives_others()
    {
        Assert.Equal(Sum(1), Sum(1));
        Assert.NotEqual(Sum(1), Sum(2));
    }

    static long Sum(long seed)
    {
        var instrument = InstrumentTable.BuiltIn.Find("EURUSD");
        using var generator = new TickGenerator(instrument, TickProfile.Of(instrument), seed, Monday, 100_000);
        var batch = new TickBatch();
        var sum = 0L;
        while (generator.Read(batch))
        {
            for (var i = 0; i < batch.Count; i++)
            {
                sum = unchecked(sum * 31 + batch.Time[i] * 7 + batch.Bid[i] * 3 + batch.Ask[i] + batch.BidSize[i] + batch.AskSize[i]);
            }
        }

        return sum;
    }
}
