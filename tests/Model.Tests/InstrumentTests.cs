using System.Globalization;
using System.Numerics;

namespace Workbench.Model.Tests;

public sealed class InstrumentTests
{
    [Fact]
    public void Every_stored_price_goes_to_decimal_and_back()
    {
        var dice = new SeededRandom(2);
        for (var i = 0; i < 20_000; i++)
        {
            var raw = unchecked((long)dice.NextUInt64()) >> dice.Next(0, 60);
            var scale = dice.Next(0, 10);
            var instrument = Of(scale);

            Assert.Equal(raw, instrument.ToRaw(instrument.FromRaw(raw)));
            Assert.Equal(Exact(raw, scale), instrument.FromRaw(raw));
        }

        foreach (var raw in (long[])[long.MinValue, long.MaxValue, 0, -1])
        {
            Assert.Equal(raw, Scaled.FromDecimal(Scaled.ToDecimal(raw, 9), 9));
            Assert.Equal(raw.ToString(CultureInfo.InvariantCulture), Scaled.ToDecimal(raw, 0).ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void A_price_that_would_be_changed_silently_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Of(5).ToRaw(1.000001m));
        Assert.Throws<ArgumentException>(() => Of(2).ToRaw(0.0000000000000000000000000001m));
        Assert.Throws<OverflowException>(() => Of(5).ToRaw(1e15m));
        Assert.Throws<OverflowException>(() => Of(9).ToRaw(decimal.MaxValue));
        Assert.Equal(110_000, Of(5).ToRaw(1.1000000m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Of(-1));
    }

    [Theory]
    [InlineData("1.000025", "0.00005", "1.00005")]
    [InlineData("1.00002", "0.00005", "1")]
    [InlineData("-1.000025", "0.00005", "-1.00005")]
    [InlineData("17.3", "0.25", "17.25")]
    public void A_price_is_rounded_to_the_nearest_tick_halves_away_from_zero(string price, string tick, string rounded)
    {
        var instrument = Of(5) with { TickSize = Decimal(tick) };

        Assert.Equal(Decimal(rounded), instrument.RoundToTick(Decimal(price)));
        Assert.Equal(Decimal(rounded), instrument.RoundToTick((double)Decimal(price)));
    }

    [Fact]
    public void A_statistic_that_is_no_number_becomes_the_price_and_quantity_that_every_venue_refuses()
    {
        foreach (var value in (double[])[double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e300])
        {
            Assert.Equal((0m, 0m), (Of(5).RoundToTick(value), Of(5).RoundToLot(value)));
        }
    }

    [Fact]
    public void A_quantity_is_rounded_to_what_can_be_ordered_and_never_up()
    {
        var instrument = Of(5) with { LotStep = 0.25m };

        Assert.Equal((1.75m, 1.75m, -1.75m), (instrument.RoundToLot(1.999m), instrument.RoundToLot(1.999d), instrument.RoundToLot(-1.999m)));
    }

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        Assert.Equal((0.00001m, 0.00001m, 1m, 1m), (Of(5).TickSize, Of(5).PipSize, Of(5).LotStep, Of(5).MinQty));
        Assert.Equal(0.1m, (Of(5) with { LotStep = 0.1m }).MinQty);
    }

    [Fact]
    public void Money_of_two_currencies_does_not_add()
    {
        Assert.Equal(new Money(3m, "USD"), new Money(5m, "USD") - new Money(2m, "USD"));
        Assert.Equal(new Money(-7m, "USD"), -(new Money(5m, "USD") + new Money(2m, "USD")));
        Assert.Throws<InvalidOperationException>(() => new Money(5m, "USD") + new Money(2m, "EUR"));
        Assert.Equal("1.50 USD", new Money(1.50m, "USD").ToString());
    }

    static Instrument Of(int scale) => new() { Symbol = "X", BaseCurrency = "X", QuoteCurrency = "USD", PriceScale = scale };

    static decimal Exact(long raw, int scale)
    {
        var digits = BigInteger.Abs(raw).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return Decimal((raw < 0 ? "-" : "") + digits[..^scale] + "." + digits[^scale..] + "0");
    }

    static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
