using Workbench.Core.Tests.Indicators;

namespace Workbench.Core.Tests.Risk;

public sealed class RegimeTests
{
    [Theory]
    [InlineData(1, 60)]
    public void States_are_those_that_their_definitions_give_bar_by_bar(int from, int count)
    {
        var (trends, volatilities) = (new HashSet<TrendState>(), new HashSet<VolatilityState>());
        for (var seed = from; seed < from + count; seed++)
        {
            var terms = new RegimeTerms { Length = 5, UsualLength = 40, TrendFrom = 30d, TrendUntil = 22d, HighFrom = 1.3, HighUntil = 1.1, LowFrom = 0.8, LowUntil = 0.9 };
            var (series, regime) = (Wild(seed), new MarketRegime(terms));
            double[] adx = new double[series.Count], plus = new double[series.Count], minus = new double[series.Count];
            var strength = new Adx(5);
            for (var i = 0; i < series.Count; i++)
            {
                strength.Update(series.BarAt(i));
                (adx[i], plus[i], minus[i]) = (strength.Value, strength.Plus, strength.Minus);
            }

            var natr = series.Atr(5).Over(series.Close).Times(100d);
            var ratio = natr.Over(natr.Sma(40), none: 1d);
            var (trend, volatility) = (TrendState.Range, VolatilityState.Normal);
            for (var i = 0; i < series.Count; i++)
            {
                regime.Update(series.BarAt(i));
                if (!double.IsNaN(adx[i]))
                {
                    var way = (TrendState)Math.Sign(plus[i] - minus[i]);
                    trend = adx[i] >= 30d || (adx[i] >= 22d && trend == way) ? way : TrendState.Range;
                }

                if (!double.IsNaN(ratio[i]))
                {
                    volatility = ratio[i] >= 1.3 || (volatility == VolatilityState.High && ratio[i] >= 1.1) ? VolatilityState.High
                        : ratio[i] <= 0.8 || (volatility == VolatilityState.Low && ratio[i] <= 0.9) ? VolatilityState.Low
                        : VolatilityState.Normal;
                }

                Assert.True((trend, volatility) == (regime.Trend, regime.Volatility), $"seed {seed}, bar {i}: {regime.Trend} {regime.Volatility} and not {trend} {volatility}");
                Assert.Equal(i >= 44, regime.IsReady);
                trends.Add(regime.Trend);
                volatilities.Add(regime.Volatility);
            }
        }

        Assert.Equal((3, 3), (trends.Count, volatilities.Count));
    }

    [Fact]
    public void Borders_that_would_flicker_are_refused() =>
        Assert.Throws<ArgumentException>(() => new MarketRegime(new RegimeTerms { TrendFrom = 20d, TrendUntil = 25d }));

    [Fact]
    public void A_script_enters_in_its_own_market_alone_and_leaves_in_any()
    {
        // Up for forty hours, then to and fro: the trend follower may enter in the first part, the other in the second.
        var price = 100_000L;
        TickRow[] ticks = [.. Enumerable.Range(0, 120).Select(i => new TickRow(Given.At(0) + i * UtcNanos.Hour + UtcNanos.Minute, price += i < 50 ? 100 : i % 2 == 0 ? 300 : -300, price))];
        var rotation = new RotationTerms
        {
            Regime = new RegimeTerms { Length = 5, UsualLength = 10 },
            Of = new Dictionary<string, RegimeRule> { ["follower"] = new([TrendState.Up, TrendState.Down], []), ["fader"] = new([TrendState.Range], []) },
        };
        var config = Given.Usd with { Books = ["follower", "fader", "free"], Risk = new RiskTerms { Rotation = rotation } };
        var sink = new RecordingSink();
        new Engine(config, [Trader(2, 40, 45), Trader(40, 100, 45), Trader(2, 40, 45)], [Tapes.Ticks(Given.EurUsd, ticks)], sink).Run();

        Assert.Equal(
            [
                (0, "at 2", RejectReason.EntriesBlocked), (0, "at 40", RejectReason.None), (0, "out", RejectReason.None),
                (1, "at 40", RejectReason.EntriesBlocked), (1, "at 100", RejectReason.None),
                (2, "at 2", RejectReason.None), (2, "at 40", RejectReason.None), (2, "out", RejectReason.None),
            ],
            sink.Orders.Where(order => order.Tag != "never").OrderBy(order => order.Book).ThenBy(order => order.ClientOrderId).Select(order => (order.Book, order.Tag, order.RejectReason)));
    }

    [Fact]
    public void A_rotation_of_a_script_that_the_run_does_not_have_is_an_error()
    {
        var config = Given.Usd with { Risk = new RiskTerms { Rotation = new RotationTerms { Of = new Dictionary<string, RegimeRule> { ["sma"] = new([], []) } } } };

        Assert.Equal("WB4035", Assert.Throws<WorkbenchException>(() => new Engine(config, new Scripted(), [Tapes.Ticks(Given.EurUsd, [])], new RecordingSink())).Code);
    }

    static TickScripted Trader(int first, int second, int _)
    {
        var at = 0;
        return new TickScripted
        {
            Ticked = (self, tick) =>
            {
                if (at == first || at == second)
                {
                    self.Buy(10m, tag: $"at {at}");
                }
                else if (at == 110 && second == 40)
                {
                    self.Sell(self.Position(), tag: "out");
                }

                at++;
            },
        };
    }

    /// <summary>Stretches that trend, stretches that do not, quiet and wild.</summary>
    static Series Wild(int seed)
    {
        var dice = new SeededRandom(seed);
        var (series, price, drift, reach) = (Series.Random(seed, 400), 100d, 0, 100);
        for (var i = 0; i < series.Count; i++)
        {
            if (i % 25 == 0)
            {
                (drift, reach) = (dice.Next(-1, 2) * 40, dice.Next(1, 4) switch { 1 => 20, 2 => 80, _ => 300 });
            }

            series.Open[i] = price;
            price = Math.Round(Math.Max(20d, price + (drift + dice.Next(-reach, reach + 1)) / 100d), 2);
            series.Close[i] = price;
            series.High[i] = Math.Max(series.Open[i], price) + dice.Next(reach) / 100d;
            series.Low[i] = Math.Min(series.Open[i], price) - dice.Next(reach) / 100d;
        }

        return series;
    }
}
