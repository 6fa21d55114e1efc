namespace Workbench.Core;

/// <summary>Loss of the trading day and fall from the peak. A day's loss begins anew with each day; a drawdown ends when equity has recovered.</summary>
sealed class LossLimits(RiskTerms terms, ISessionCalendar calendar, RiskAlerts alerts)
{
    readonly Gauge? day = Gauge.For(RiskRule.DailyLoss, null, terms.DailyLoss, alerts);
    readonly Gauge? drawdown = Gauge.For(RiskRule.Drawdown, null, terms.Drawdown, alerts);
    decimal dayStart;
    long dayEnd;

    /// <summary>Both, as far as they are limited.</summary>
    public IEnumerable<Gauge> Gauges => new[] { day, drawdown }.OfType<Gauge>();

    /// <summary>Starts the first day with what the account is worth.</summary>
    public void Begin(long time, decimal equity) => (dayStart, dayEnd) = (equity, calendar.TradingDay(time).To);

    /// <summary>Takes equity as it is now. The instant at which a day ends belongs to the next one: its equity is what that begins with.</summary>
    public void Look(decimal equity, decimal peak, long time)
    {
        if (time >= dayEnd)
        {
            Begin(time, equity);
        }

        day?.Look(Fall(dayStart, equity));
        drawdown?.Look(Fall(peak, equity));
    }

    static decimal Fall(decimal from, decimal to) => from <= 0m ? 1m : Math.Max(0m, (from - to) / from);
}
