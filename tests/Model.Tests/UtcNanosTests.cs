namespace Workbench.Model.Tests;

public sealed class UtcNanosTests
{
    [Theory]
    [InlineData(0, "1970-01-01T00:00:00Z")]
    [InlineData(-1, "1969-12-31T23:59:59.999999999Z")]
    [InlineData(1_354_485_620_100_000_000, "2012-12-02T22:00:20.1Z")]
    [InlineData(-1_500_000_000, "1969-12-31T23:59:58.5Z")]
    [InlineData(long.MinValue, "1677-09-21T00:12:43.145224192Z")]
    [InlineData(long.MaxValue, "2262-04-11T23:47:16.854775807Z")]
    public void An_instant_is_written_in_ISO_8601(long nanos, string text) => Assert.Equal(text, UtcNanos.ToIso(nanos));

    [Fact]
    public void All_of_time_can_be_written() => Assert.Equal("1677-09-21T00:12:43.145224192Z–2262-04-11T23:47:16.854775807Z", TimeRange.All.ToString());

    [Fact]
    public void Instants_go_to_DateTime_and_back()
    {
        var dice = new SeededRandom(1);
        for (var i = 0; i < 10_000; i++)
        {
            var nanos = unchecked((long)dice.NextUInt64());
            var time = UtcNanos.ToDateTime(nanos);

            Assert.Equal(DateTimeKind.Utc, time.Kind);
            Assert.Equal(UtcNanos.Floor(nanos, 100), UtcNanos.From(time));
        }

        Assert.Throws<ArgumentException>(() => UtcNanos.From(new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Local)));
        Assert.Equal(-100, UtcNanos.From(TimeSpan.FromTicks(-1)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 60)]
    [InlineData(-1, -60)]
    [InlineData(-60, -60)]
    [InlineData(-61, -120)]
    public void Floor_goes_down_before_1970_too(long seconds, long floor) => Assert.Equal(floor * UtcNanos.Second, UtcNanos.Floor(seconds * UtcNanos.Second, UtcNanos.Minute));

    [Fact]
    public void A_range_holds_its_start_and_not_its_end()
    {
        var range = new TimeRange(5, 9);

        Assert.True(range.Contains(5) && range.Contains(8) && !range.Contains(9) && !range.Contains(4));
        Assert.True(range.Overlaps(new TimeRange(8, 20)) && !range.Overlaps(new TimeRange(9, 20)) && !range.Overlaps(new TimeRange(0, 5)));
    }
}
