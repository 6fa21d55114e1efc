namespace Workbench.Core.Tests.Indicators;

public sealed class IndicatorsTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var name in (string[])["sma", "ema", "atr", "donchian", "rsi"])
            {
                foreach (var length in (int[])[1, 2, 3, 14, 50])
                {
                    cases.Add(name, length);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_is_its_definition_computed_anew_at_every_bar(string name, int length)
    {
        for (var seed = 1; seed <= 4; seed++)
        {
            var rows = RandomWalk.Bars(seed, 400, UtcNanos.Minute);
            Indicator indicator = name switch
            {
                "sma" => new Sma(length), "ema" => new Ema(length), "atr" => new Atr(length), "donchian" => new Donchian(length), _ => new Rsi(length),
            };
            for (var i = 0; i < rows.Length; i++)
            {
                indicator.Update(Bar(rows[i]));
                var expected = Naive(name, length, rows[..(i + 1)]);

                Assert.Equal(expected is not null, indicator.IsReady);
                Assert.Equal(expected ?? double.NaN, indicator.Value, 1e-9);
            }
        }
    }

    [Fact]
    public void A_tie_of_two_averages_is_a_tie()
    {
        // Thirds have no end in binary: floating sums would call one of these greater.
        var (three, six) = (new Sma(3), new Sma(6));
        foreach (var close in (long[])[11, 12, 11, 12, 11, 11])
        {
            three.Update(Bar(new BarRow(0, 1, close, close, close, close)));
            six.Update(Bar(new BarRow(0, 1, close, close, close, close)));
        }

        Assert.Equal(0, Sma.Compare(three, six));
        three.Update(Bar(new BarRow(0, 1, 12, 12, 12, 12)));
        six.Update(Bar(new BarRow(0, 1, 12, 12, 12, 12)));
        Assert.Equal(Math.Sign((11 + 11 + 12) * 2 - (12 + 11 + 12 + 11 + 11 + 12)), Sma.Compare(three, six));
    }

    [Fact]
    public void A_channel_tells_its_edges_in_exact_prices()
    {
        var channel = new Donchian(2);
        channel.Update(Bar(new BarRow(0, 1, 100, 120, 90, 100)));
        Assert.Equal((0m, 0m), (channel.Upper, channel.Lower));
        channel.Update(Bar(new BarRow(1, 2, 100, 110, 95, 100)));
        Assert.Equal((0.00120m, 0.00090m), (channel.Upper, channel.Lower));
        channel.Update(Bar(new BarRow(2, 3, 100, 105, 99, 100)));
        Assert.Equal((0.00110m, 0.00095m), (channel.Upper, channel.Lower));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_length_below_one_is_refused(int length)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Sma(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ema(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Atr(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Rsi(length));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Donchian(length));
    }

    [Fact]
    public void A_market_that_stands_still_has_a_strength_of_fifty()
    {
        var rsi = new Rsi(2);
        for (var i = 0; i < 5; i++)
        {
            rsi.Update(Bar(new BarRow(i, i + 1, 100, 100, 100, 100)));
        }

        Assert.Equal(50d, rsi.Value);
    }

    static Bar Bar(BarRow row) => new()
    {
        Instrument = Given.EurUsd, Spec = Bars.Minutes(1), PriceScale = 5, OpenNanos = row.Open, CloseNanos = row.Close,
        OpenRaw = row.O, HighRaw = row.H, LowRaw = row.L, CloseRaw = row.C,
    };

    /// <summary>The textbook over the whole past, in prices; null before it is ready.</summary>
    static double? Naive(string name, int length, BarRow[] rows)
    {
        var closes = rows.Select(row => row.C / 1e5).ToArray();
        var moves = Enumerable.Range(1, rows.Length - 1).ToArray();
        return name switch
        {
            "sma" => rows.Length < length ? null : closes[^length..].Average(),
            "ema" => Smooth(closes, length, 2d / (length + 1)),
            "donchian" => rows.Length < length ? null : (rows[^length..].Max(row => row.H) + rows[^length..].Min(row => row.L)) / 2e5,
            "atr" => Smooth([.. moves.Select(i => Math.Max(rows[i].H - rows[i].L, Math.Max(Math.Abs(rows[i].H - rows[i - 1].C), Math.Abs(rows[i].L - rows[i - 1].C))) / 1e5)], length, 1d / length),
            _ => Strength(
                Smooth([.. moves.Select(i => Math.Max(closes[i] - closes[i - 1], 0d))], length, 1d / length),
                Smooth([.. moves.Select(i => Math.Max(closes[i - 1] - closes[i], 0d))], length, 1d / length)),
        };
    }

    static double? Strength(double? rise, double? fall) => rise is null ? null : rise + fall < 1e-15 ? 50d : 100d - 100d / (1d + rise / fall);

    /// <summary>Mean of the first n, then each value with the weight given.</summary>
    static double? Smooth(double[] values, int length, double weight) =>
        values.Length < length ? null : values[length..].Aggregate(values[..length].Average(), (mean, value) => value * weight + mean * (1d - weight));
}
