using Workbench.Core;
using Workbench.Research.Validation;

namespace Workbench.Research.Tests;

/// <summary>Repetitions keep what they say they keep, and change what they say they change.</summary>
public sealed class MonteCarloTests
{
    public static TheoryData<long> Seeds => [.. Enumerable.Range(1, 10).Select(seed => (long)seed)];

    [Theory, MemberData(nameof(Seeds))]
    public void Noise_stays_within_half_the_spread(long seed)
    {
        var (real, noisy) = (Rows(new RandomTape(seed, 3_000).Ticks()), Rows(NoisyTicks.Over([new RandomTape(seed, 3_000).Ticks()], seed)[0]));
        var tick = new RandomTape(seed, 1).Tick;

        Assert.Equal(real.Count, noisy.Count);
        Assert.All(real.Zip(noisy), pair =>
        {
            Assert.Equal((pair.First.Time, pair.First.Ask - pair.First.Bid), (pair.Second.Time, pair.Second.Ask - pair.Second.Bid));
            Assert.True(pair.Second.Bid > 0 && pair.Second.Bid % tick == 0 && 2 * Math.Abs(pair.Second.Bid - pair.First.Bid) < Math.Max(1, pair.First.Ask - pair.First.Bid), $"seed {seed}: {pair}");
        });
        Assert.NotEqual(real, noisy);
    }

    [Theory, MemberData(nameof(Seeds))]
    public void Dearer_quotes_are_wider_by_as_much_or_a_tick_a_side_more(long seed)
    {
        var (real, wide) = (Rows(new RandomTape(seed, 3_000).Ticks()), Rows(new DearerCosts(2m).Over([new RandomTape(seed, 3_000).Ticks()])[0]));
        var tick = new RandomTape(seed, 1).Tick;

        Assert.All(real.Zip(wide), pair => Assert.True(
            pair.Second.Bid > 0 && pair.Second.Bid % tick == 0 && pair.Second.Ask % tick == 0
            && pair.Second.Ask - pair.Second.Bid - 2 * (pair.First.Ask - pair.First.Bid) is >= 0 and var beyond && beyond <= 2 * tick, $"seed {seed}: {pair}"));
        Assert.Equal(real, Rows(new DearerCosts(1m).Over([new RandomTape(seed, 3_000).Ticks()])[0]));
    }

    [Fact]
    public void Dearer_terms_scale_charges_and_leave_rebates()
    {
        var schedule = new CommissionSchedule { Rate = 0.001m, MakerRate = -0.0002m, PerUnit = 0.5m, Fixed = 2m, Minimum = 3m, Maximum = 9m, Tiers = [new CommissionTier(100m, 0.002m, 0.0004m, 0.1m)] };
        var config = new DearerCosts(1.5m).Over(SyntheticRun.Config with { Commission = schedule, Slippage = new TickSlippage(2) });

        Assert.Equal((0.0015m, -0.0002m, 0.75m, 3m, 4.5m, 13.5m), (config.Commission.Rate, config.Commission.MakerRate, config.Commission.PerUnit, config.Commission.Fixed, config.Commission.Minimum, config.Commission.Maximum));
        Assert.Equal(new CommissionTier(100m, 0.003m, 0.0006m, 0.15m), config.Commission.Tiers[0]);
        Assert.Equal(new ScaledSlippage(new TickSlippage(2), 1.5m), config.Slippage);
    }

    [Fact]
    public void A_shuffle_tells_of_drawdown_alone()
    {
        var shuffled = Resampled.Shuffle([.. Enumerable.Range(0, 60).Select(i => Trade(i, i < 30 ? 1_000m : -900m))], 100_000m, 500, 7);

        Assert.Null(shuffled.Return);
        Assert.Null(shuffled.Losing);

        // All winners first is as bad as it gets: 27,000 of 130,000.
        Assert.True(shuffled.Drawdown!.High < 27_000d / 130_000d && shuffled.Drawdown.Low > 0d, shuffled.ToString());
        Assert.Contains("20.77 %", shuffled.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Trades_that_overlap_are_no_sequence() => Assert.Contains(
        "2 overlap", Resampled.Shuffle([Trade(0, 1m, 2.5), Trade(1, 1m, 0.5), Trade(2, 1m)], 100m, 10, 1).Note, StringComparison.Ordinal);

    [Fact]
    public void The_same_seed_draws_the_same_blocks_and_another_does_not()
    {
        double[] returns = [.. Enumerable.Range(0, 300).Select(i => (new SeededRandom(i).NextDouble() - 0.5) / 50)];

        Assert.Equal(Resampled.Blocks(returns, 200, 5).Return, Resampled.Blocks(returns, 200, 5).Return);
        Assert.NotEqual(Resampled.Blocks(returns, 200, 5).Return, Resampled.Blocks(returns, 200, 6).Return);
    }

    [Fact]
    public void Blocks_lie_around_what_was_earned()
    {
        double[] returns = [.. Enumerable.Range(0, 500).Select(i => 0.0004 + (new SeededRandom(i).NextDouble() - 0.5) / 100)];
        var drawn = Resampled.Blocks(returns, 1_000, 3);
        var earned = ReturnFormulas.Compounded(returns);

        Assert.InRange(earned, drawn.Return!.Quarter, drawn.Return.ThreeQuarters);
        Assert.Equal(drawn.Return.Median, drawn.Fan!.Lines[2][^1], 12);
        Assert.True(drawn.Fan.Lines.Zip(drawn.Fan.Lines.Skip(1)).All(pair => pair.First.Zip(pair.Second).All(values => values.First <= values.Second)), "quantiles cross");
    }

    [Fact]
    public void A_run_without_returns_is_not_resampled() => Assert.Equal(0, Resampled.Blocks([0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d, 0d], 100, 1).Count);

    static RoundTrip Trade(int hour, decimal net, double hours = 0.9) => new(
        SyntheticRun.Gold, Side.Buy, 1m, hour * UtcNanos.Hour, 1m, (long)((hour + hours) * UtcNanos.Hour), 1m, net, default, "", "", false);

    static List<(long Time, long Bid, long Ask)> Rows(Tape tape)
    {
        var (rows, batch) = (new List<(long, long, long)>(), new TickBatch());
        using var ticks = (ICursor<TickBatch>)tape.Cursor!;
        while (ticks.Read(batch))
        {
            rows.AddRange(Enumerable.Range(0, batch.Count).Select(i => (batch.Time[i], batch.Bid[i], batch.Ask[i])));
        }

        return rows;
    }
}
