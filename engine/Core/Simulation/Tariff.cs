namespace Workbench.Core;

/// <summary>The run's commissions: which schedule each market has, and how much of it was traded in the tiers' window.</summary>
sealed class Tariff(RunConfig config)
{
    readonly List<Entry?> entries = [];

    /// <summary>Charges a fill, in settlement currency, and counts its value for the fills after it.</summary>
    public decimal Charge(Market market, decimal qty, decimal price, bool addedLiquidity, long time)
    {
        var entry = EntryOf(market);
        var schedule = entry.Schedule;
        if (schedule.Tiers.Count == 0)
        {
            return schedule.For(market.Instrument, qty, price, addedLiquidity);
        }

        if (schedule.Window == TierWindow.Month && time >= entry.WindowEnd)
        {
            entry.Traded = 0m;
            entry.WindowEnd = NextMonth(time);
        }

        var charge = schedule.For(market.Instrument, qty, price, addedLiquidity, entry.Traded);
        entry.Traded += market.Instrument.ValueOf(qty, price);
        return charge;
    }

    Entry EntryOf(Market market)
    {
        while (entries.Count <= market.Index)
        {
            entries.Add(null);
        }

        return entries[market.Index] ??= new Entry(
            config.CommissionOf.TryGetValue(market.Instrument.Symbol, out var schedule) ? schedule : config.Commission);
    }

    static long NextMonth(long time)
    {
        var date = UtcNanos.ToDateTime(time);
        return UtcNanos.From(new DateTime(date.Year, date.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1));
    }

    sealed class Entry(CommissionSchedule schedule)
    {
        public CommissionSchedule Schedule => schedule;

        public decimal Traded { get; set; }

        public long WindowEnd { get; set; } = long.MinValue;
    }
}
