namespace Workbench.Research.Validation;

/// <summary>The same run where everything costs so many times as much: commission, slippage and the distance between bid and ask.</summary>
/// <param name="Times">How many times, 1 or more.</param>
public sealed record DearerCosts(decimal Times)
{
    /// <summary>The run's terms with dearer fills. Rebates stay what they are; swap and funding are no costs of a fill.</summary>
    public RunConfig Over(RunConfig config) => config with
    {
        Commission = Over(config.Commission),
        CommissionOf = config.CommissionOf.ToDictionary(pair => pair.Key, pair => Over(pair.Value)),
        Slippage = new ScaledSlippage(config.Slippage, Times),
    };

    /// <summary>The tapes with wider quotes. Bars and prints have no spread to widen.</summary>
    public IReadOnlyList<Tape> Over(IReadOnlyList<Tape> tapes) => [.. tapes.Select(tape => tape is { RatesOnly: false, Cursor: ICursor<TickBatch> ticks } ? Tape.OfTicks(new WidenedTicks(ticks, Times - 1m)) : tape)];

    CommissionSchedule Over(CommissionSchedule schedule) => schedule with
    {
        Rate = schedule.Rate * Times,
        MakerRate = Charge(schedule.MakerRate),
        PerUnit = schedule.PerUnit * Times,
        Fixed = schedule.Fixed * Times,
        Minimum = schedule.Minimum * Times,
        Maximum = schedule.Maximum * Times,
        Tiers = [.. schedule.Tiers.Select(tier => tier with { Rate = tier.Rate * Times, MakerRate = Charge(tier.MakerRate), PerUnit = tier.PerUnit * Times })],
    };

    decimal? Charge(decimal? rate) => rate > 0m ? rate * Times : rate;
}
