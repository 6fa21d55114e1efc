using Catalog = Workbench.Research.MetricCatalog;

namespace Workbench.Research;

/// <summary>The metrics of closed trades, net of all costs; trades left open stand apart.</summary>
static class TradeSheet
{
    const string NoTrade = "no trade was closed";
    const string NoWin = "no winning trade";
    const string NoLoss = "no losing trade";

    public static IEnumerable<Metric> Of(MetricInput input)
    {
        var ledger = input.Statistics.Ledger;
        var total = ledger.Total();
        return [.. Counts(ledger, total), .. Profits(ledger, total), .. Streaks(ledger, total), .. Holding(input, ledger, total), .. LeftOpen(ledger)];
    }

    static IEnumerable<Metric> Counts(TradeLedger ledger, TradeTally total)
    {
        var sides = ledger.By(key => key.Side.ToString());
        return
        [
            Metric.Of(Catalog.Trades, total.Count),
            Metric.Of(Catalog.LongTrades, Of(sides, Side.Buy)),
            Metric.Of(Catalog.ShortTrades, Of(sides, Side.Sell)),
            Metric.Of(Catalog.Wins, total.Wins),
            Metric.Of(Catalog.Losses, total.Losses),
            Metric.Of(Catalog.BreakEven, total.BreakEven),
            Metric.Of(Catalog.WinRate, total.Count == 0 ? MetricValue.None(NoTrade) : (double)total.Wins / total.Count),
        ];
    }

    static IEnumerable<Metric> Profits(TradeLedger ledger, TradeTally total)
    {
        var payoff = Payoff(total);
        var wins = ledger.SortedNets.AsSpan(^(int)total.Wins..);
        var losses = ledger.SortedNets.AsSpan(0, (int)total.Losses);
        return
        [
            Metric.Of(Catalog.ProfitFactor, total.Lost == 0m ? MetricValue.None(total.Count == 0 ? NoTrade : NoLoss) : (double)(total.Won / total.Lost)),
            Money(Catalog.Expectancy, total.Won - total.Lost, total.Count, NoTrade),
            Metric.Of(Catalog.ExpectancyRatio, payoff.Then(ratio => (1 + ratio) * total.Wins / (total.Wins + total.Losses) - 1)),
            Metric.None(Catalog.ExpectancyR, "the run does not record the stop a trade began with"),
            Metric.Of(Catalog.Payoff, payoff),
            Money(Catalog.AverageWin, total.Won, total.Wins, NoWin),
            Money(Catalog.AverageLoss, -total.Lost, total.Losses, NoLoss),
            Median(Catalog.MedianWin, wins, NoWin),
            Median(Catalog.MedianLoss, losses, NoLoss),
            Money(Catalog.BestTrade, total.Best, Math.Min(total.Count, 1), NoTrade),
            Money(Catalog.WorstTrade, total.Worst, Math.Min(total.Count, 1), NoTrade),
        ];
    }

    static IEnumerable<Metric> Streaks(TradeLedger ledger, TradeTally total) =>
    [
        Metric.Of(Catalog.WinStreak, total.Count == 0 ? MetricValue.None(NoTrade) : ledger.WinStreak),
        Metric.Of(Catalog.LossStreak, total.Count == 0 ? MetricValue.None(NoTrade) : ledger.LossStreak),
        Metric.Of(Catalog.Sqn, ReturnFormulas.PeriodSharpe(ledger.Nets.ToArray()) is { Value: { } ratio }
            ? ratio * Math.Sqrt(ledger.Nets.Count) : MetricValue.None("fewer than two trades, or all alike")),
        Metric.Of(Catalog.Kelly, Payoff(total).Then(payoff => (total.Wins - total.Losses / payoff) / (total.Wins + total.Losses))),
    ];

    static IEnumerable<Metric> Holding(MetricInput input, TradeLedger ledger, TradeTally total)
    {
        var winners = Held(ledger, 1);
        var losers = Held(ledger, -1);
        var all = Sorted(ledger.Held);
        return
        [
            Metric.Of(Catalog.AverageHeld, Mean(all, NoTrade)),
            Metric.Of(Catalog.MedianHeld, Middle(all, NoTrade)),
            Metric.Of(Catalog.AverageHeldWinners, Mean(winners, NoWin)),
            Metric.Of(Catalog.AverageHeldLosers, Mean(losers, NoLoss)),
            Metric.Of(Catalog.MedianHeldWinners, Middle(winners, NoWin)),
            Metric.Of(Catalog.MedianHeldLosers, Middle(losers, NoLoss)),
            Metric.Of(Catalog.LongestHeld, all.Length == 0 ? MetricValue.None(NoTrade) : all[^1]),
            Metric.Of(Catalog.TradesPerDay, input.Returns.Length == 0 ? MetricValue.None("no day was closed") : (double)total.Count / input.Returns.Length),
        ];
    }

    static IEnumerable<Metric> LeftOpen(TradeLedger ledger) =>
    [
        Metric.Of(Catalog.OpenTrades, ledger.OpenCount),
        Metric.OfMoney(Catalog.OpenProfit, ledger.OpenNet),
    ];

    static MetricValue Payoff(TradeTally total) => total.Wins == 0 || total.Losses == 0
        ? MetricValue.None(total.Wins == 0 ? NoWin : NoLoss)
        : (double)(total.Won / total.Wins / (total.Lost / total.Losses));

    static double Of(IReadOnlyList<TradeGroup> groups, Side side) => groups.FirstOrDefault(group => group.Name == side.ToString())?.Count ?? 0;

    static Metric Money(MetricDefinition definition, decimal sum, long count, string reason) =>
        count == 0 ? Metric.None(definition, reason) : Metric.OfMoney(definition, sum / count);

    static Metric Median(MetricDefinition definition, ReadOnlySpan<double> sorted, string reason) =>
        sorted.IsEmpty ? Metric.None(definition, reason) : Metric.OfMoney(definition, (decimal)Moments.Quantile(sorted, 0.5));

    static MetricValue Middle(double[] sorted, string reason) => sorted.Length == 0 ? MetricValue.None(reason) : Moments.Quantile(sorted, 0.5);

    static MetricValue Mean(double[] values, string reason) => values.Length == 0 ? MetricValue.None(reason) : Moments.Mean(values);

    static double[] Held(TradeLedger ledger, int sign)
    {
        var held = new List<double>();
        for (var i = 0; i < ledger.Held.Count; i++)
        {
            if (Math.Sign(ledger.Nets[i]) == sign)
            {
                held.Add(ledger.Held[i]);
            }
        }

        return Sorted(held);
    }

    static double[] Sorted(List<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
