namespace Workbench.Core.Tests.Portfolio;

public sealed class TariffTests
{
    const int Cases = 10_000;

    [Fact]
    public void Charges_of_makers_takers_and_tiers_are_those_of_a_naive_count()
    {
        var charged = 0;
        for (var seed = 1; seed <= Cases; seed++)
        {
            var dice = new SeededRandom(seed);
            var schedule = Schedule(dice);
            var instrument = Given.EurUsd with { ContractSize = dice.Next(1, 4), IsInverse = dice.Next(5) == 0 };
            var tariff = new Tariff(Given.Usd with { CommissionOf = new Dictionary<string, CommissionSchedule> { ["EURUSD"] = schedule } });
            var market = new Market(instrument, 0);
            var fills = new List<(long Time, decimal Value)>();
            var time = Given.Monday;
            for (var i = dice.Next(1, 12); i > 0; i--)
            {
                time += dice.Next(1, 40) * UtcNanos.Day / 2;
                var (qty, price, isMaker) = (dice.Next(1, 900) / 10m, dice.Next(50_000, 150_000) / 100_000m, dice.Next(2) == 0);
                var value = instrument.IsInverse ? Math.Round(qty * instrument.ContractSize / price, 12) : qty * price * instrument.ContractSize;
                var expected = Naive(schedule, fills, time, qty, value, isMaker);

                Assert.True(expected == tariff.Charge(market, qty, price, isMaker, time), $"seed {seed}");
                fills.Add((time, value));
                charged += expected != 0m ? 1 : 0;
            }
        }

        Assert.True(charged > Cases);
    }

    [Fact]
    public void A_charge_has_a_bottom_and_a_top_and_a_rebate_has_neither()
    {
        var schedule = new CommissionSchedule { Rate = 0.001m, MakerRate = -0.0002m, Minimum = 1m, Maximum = 5m };

        Assert.Equal(1m, schedule.For(Given.EurUsd, 100m, 1m));
        Assert.Equal(3m, schedule.For(Given.EurUsd, 3_000m, 1m));
        Assert.Equal(5m, schedule.For(Given.EurUsd, 90_000m, 1m));
        Assert.Equal(-0.02m, schedule.For(Given.EurUsd, 100m, 1m, addedLiquidity: true));
    }

    [Fact]
    public void A_run_charges_resting_limits_as_maker_and_all_else_as_taker()
    {
        var config = Given.Usd with { Commission = new CommissionSchedule { Rate = 0.001m, MakerRate = 0m } };
        var step = 0;
        var strategy = new TickScripted { Ticked = (self, tick) => _ = step++ switch { 0 => self.Buy(1000m), 1 => self.SellLimit(1000m, 1.2m), _ => null } };
        var (result, sink) = Play.Run(config, strategy, Tapes.Ticks(Given.EurUsd, [.. Enumerable.Range(0, 5).Select(i => new TickRow(Given.At(9, i), 110_000 + 4_000 * i, 110_002 + 4_000 * i))]));

        Assert.Equal([(false, 1.14002m), (true, 0m)], sink.Fills.Select(fill => (fill.AddedLiquidity, fill.Commission)));
        Assert.Equal(1.14002m, result.Costs.Commission);
    }

    static decimal Naive(CommissionSchedule schedule, List<(long Time, decimal Value)> before, long time, decimal qty, decimal value, bool isMaker)
    {
        var traded = before.Where(fill => schedule.Window == TierWindow.Run || Month(fill.Time) == Month(time)).Sum(fill => fill.Value);
        var tier = schedule.Tiers.Where(tier => tier.From <= traded).Select(tier => (CommissionTier?)tier).LastOrDefault()
            ?? new CommissionTier(0m, schedule.Rate, schedule.MakerRate, schedule.PerUnit);
        var charge = (isMaker ? tier.MakerRate ?? tier.Rate : tier.Rate) * value + tier.PerUnit * qty + schedule.Fixed;
        return charge < 0m ? charge : Math.Min(schedule.Maximum == 0m ? decimal.MaxValue : schedule.Maximum, Math.Max(charge, schedule.Minimum));
    }

    static (int, int) Month(long time) => (UtcNanos.ToDateTime(time).Year, UtcNanos.ToDateTime(time).Month);

    static CommissionSchedule Schedule(SeededRandom dice) => new()
    {
        Rate = dice.Next(0, 50) / 10_000m,
        MakerRate = dice.Next(2) == 0 ? null : dice.Next(-20, 30) / 10_000m,
        PerUnit = dice.Next(3) == 0 ? dice.Next(1, 50) / 1_000m : 0m,
        Fixed = dice.Next(3) == 0 ? 0.25m : 0m,
        Minimum = dice.Next(3) == 0 ? 0.5m : 0m,
        Maximum = dice.Next(3) == 0 ? 0.9m : 0m,
        Window = dice.Next(2) == 0 ? TierWindow.Month : TierWindow.Run,
        Tiers = [.. Enumerable.Range(1, dice.Next(0, 4)).Select(at => new CommissionTier(
            at * dice.Next(1, 60), dice.Next(0, 40) / 10_000m, dice.Next(2) == 0 ? null : dice.Next(-20, 20) / 10_000m, dice.Next(2) == 0 ? 0m : 0.01m)).OrderBy(tier => tier.From)],
    };
}
