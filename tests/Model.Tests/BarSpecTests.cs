namespace Workbench.Model.Tests;

public sealed class BarSpecTests
{
    [Fact]
    public void What_is_printed_is_read_back()
    {
        foreach (var price in Enum.GetValues<PriceSource>())
        {
            foreach (var text in (string[])["tick", "2t", "100t", "1s", "30s", "1m", "5m", "90m", "1h", "4h", "24h", "1d", "250vol", "0.5vol", "50kvol", "1Mval", "1500kval", "0.000001val", "20range", "10renko", "500imb", "100tib"])
            {
                var spec = BarSpec.Parse(text, null).Of(price);
                Assert.Equal(spec, BarSpec.Parse(spec.ToString(), null));
                Assert.Equal(price == PriceSource.Mid ? text : $"{text}@{price.ToString().ToLowerInvariant()}", spec.ToString());
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("0m")]
    [InlineData("-1m")]
    [InlineData("+1m")]
    [InlineData(" 1m")]
    [InlineData("1.5m")]
    [InlineData("7m")]
    [InlineData("5h")]
    [InlineData("2d")]
    [InlineData("1w")]
    [InlineData("1M")]
    [InlineData("99999999999s")]
    [InlineData("172800s")]
    [InlineData("5m@")]
    [InlineData("5m@close")]
    [InlineData("5m@1")]
    [InlineData("5m@7")]
    [InlineData("5m@bid,ask")]
    [InlineData("5m@ bid")]
    [InlineData("5m@bid@ask")]
    [InlineData("vol")]
    [InlineData("0vol")]
    [InlineData("-5vol")]
    [InlineData("kval")]
    [InlineData("1mval")]
    [InlineData("0.0000001vol")]
    [InlineData("99999999999999Mval")]
    [InlineData("1e3val")]
    [InlineData("1.5range")]
    [InlineData("0renko")]
    [InlineData("5000000000imb")]
    public void What_is_no_timeframe_is_refused(string text)
    {
        Assert.False(BarSpec.TryParse(text, null, out var spec));
        Assert.Equal(default, spec);
        Assert.Throws<FormatException>(() => BarSpec.Parse(text, null));
    }

    [Fact]
    public void A_bar_s_stretch_holds_its_instant_before_and_after_1970()
    {
        var dice = new SeededRandom(3);
        for (var i = 0; i < 5_000; i++)
        {
            var time = unchecked((long)dice.NextUInt64()) / 4;
            foreach (var spec in (BarSpec[])[Bars.Seconds(1), Bars.Minutes(5), Bars.Hours(4), Bars.Days()])
            {
                var range = spec.RangeOf(time, UtcCalendar.Instance);
                Assert.True(range.Contains(time) && range.Length == spec.NominalNanos && range.From % range.Length == 0, $"{spec} {time}");
            }
        }
    }

    [Fact]
    public void An_amount_is_written_with_the_largest_unit_that_divides_it()
    {
        Assert.Equal("1kvol", BarSpec.Parse("1000vol", null).ToString());
        Assert.Equal(Bars.Value(2_500_000), BarSpec.Parse("2.5Mval", null));
        Assert.Equal("2500kval", Bars.Value(2_500_000).ToString());
        Assert.Equal(Bars.Volume(0.5m).Of(PriceSource.Last), BarSpec.Parse("0.5vol@last", null));
    }

    [Fact]
    public void A_length_below_one_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Bars.Renko(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bars.Volume(0m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bars.Value(0.0000001m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bars.Minutes(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Bars.Ticks(-1));
        Assert.Throws<FormatException>(() => Bars.Minutes(7));
    }
}
