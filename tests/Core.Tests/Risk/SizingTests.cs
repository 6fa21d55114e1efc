namespace Workbench.Core.Tests.Risk;

public sealed class SizingTests
{
    static readonly Instrument Contract = Given.EurUsd with { LotStep = 0.01m, ContractSize = 100m, MaxQty = 500m };

    [Fact]
    public void A_fixed_fraction_loses_that_share_at_the_stop()
    {
        // 1 % of 10,000 over a distance of 0.0050.
        Assert.Equal(20_000m, Sizing.FixedFraction(Given.EurUsd, 10_000m, 0.01m, 0.0050m));
        Assert.Equal(200m, Sizing.FixedFraction(Contract, 10_000m, 0.01m, 0.0050m));
        Assert.Equal(500m, Sizing.FixedFraction(Contract, 100_000m, 0.01m, 0.0050m));
        Assert.Equal(3_000_000m, Sizing.FixedFraction(Given.UsdJpy, 10_000m, 0.01m, 0.0050m, rate: 1m / 150m));
        Assert.Equal(0m, Sizing.FixedFraction(Given.EurUsd, 10_000m, 0.01m, 0m));
        Assert.Equal(0m, Sizing.FixedFraction(Given.EurUsd, -1m, 0.01m, 0.0050m));
    }

    [Fact]
    public void A_volatility_target_makes_the_position_move_as_equity_should()
    {
        Assert.Equal(20_000m, Sizing.VolatilityTarget(Given.EurUsd, 10_000m, 0.2m, 0.08, 1.25m));
        Assert.Equal(0m, Sizing.VolatilityTarget(Given.EurUsd, 10_000m, 0.2m, double.NaN, 1.25m));
        Assert.Equal(0m, Sizing.VolatilityTarget(Given.EurUsd, 10_000m, 0.2m, 0d, 1.25m));
    }

    [Fact]
    public void Kelly_is_capped_and_takes_no_bet_that_loses()
    {
        Assert.Equal(0.05m, Sizing.CappedKelly(0.55, 1d, fraction: 0.5, cap: 0.2m), 12);
        Assert.Equal(0.02m, Sizing.CappedKelly(0.55, 1d));
        Assert.Equal(0m, Sizing.CappedKelly(0.5, 1d));
        Assert.Equal(0m, Sizing.CappedKelly(0.3, 2d));
        Assert.Equal(0m, Sizing.CappedKelly(double.NaN, 2d));
    }

    [Fact]
    public void Confidence_gives_nothing_at_a_half_and_all_at_one()
    {
        Assert.Equal(0m, Sizing.ConfidenceWeighted(Given.EurUsd, 10_000m, 0.5));
        Assert.Equal(10_000m, Sizing.ConfidenceWeighted(Given.EurUsd, 10_000m, 1d));

        // z of 0.8 is 0.75, and Φ(0.75) is 0.77337.
        Assert.Equal(5_467m, Sizing.ConfidenceWeighted(Given.EurUsd, 10_000m, 0.8));
        Assert.Equal(0m, Sizing.ConfidenceWeighted(Given.EurUsd, 10_000m, double.NaN));
    }

    [Theory]
    [InlineData(1, 500)]
    public void More_equity_risk_or_confidence_never_means_less_and_more_distance_or_volatility_never_more(int from, int count)
    {
        for (var seed = from; seed < from + count; seed++)
        {
            var dice = new SeededRandom(seed);
            decimal equity = dice.Next(1, 1_000_000), risk = dice.Next(1, 100) / 1_000m, distance = dice.Next(1, 5_000) / 100_000m, more = dice.Next(0, 100) / 100m + 1m;
            var probability = dice.Next(0, 1_000) / 1_000d;
            void Rises(decimal less, decimal greater) => Assert.True(less <= greater, $"seed {seed}: {less} and {greater}");

            var units = Sizing.FixedFraction(Given.EurUsd, equity, risk, distance);
            Rises(units, Sizing.FixedFraction(Given.EurUsd, equity * more, risk, distance));
            Rises(units, Sizing.FixedFraction(Given.EurUsd, equity, risk * more, distance));
            Rises(Sizing.FixedFraction(Given.EurUsd, equity, risk, distance * more), units);
            Rises(units * distance, equity * risk);
            Rises(Sizing.VolatilityTarget(Given.EurUsd, equity, risk, 0.1 * (double)more, 1.1m), Sizing.VolatilityTarget(Given.EurUsd, equity, risk, 0.1, 1.1m));
            Rises(Sizing.ConfidenceWeighted(Given.EurUsd, equity, probability), Sizing.ConfidenceWeighted(Given.EurUsd, equity, Math.Min(1d, probability + 0.01)));
            Rises(Sizing.CappedKelly(probability, 1.5), Sizing.CappedKelly(Math.Min(1d, probability + 0.01), 1.5));
            Rises(Sizing.CappedKelly(probability, 1.5), 0.02m);
        }
    }
}
