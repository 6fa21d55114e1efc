using System.Globalization;
using System.Text;
using Catalog = Workbench.Research.MetricCatalog;

namespace Workbench.Research;

/// <summary>The verdict on a run as an aligned text table, for a terminal or a log.</summary>
public static class ConsoleSummary
{
    const int NameWidth = 16;
    const int ValueWidth = 22;

    /// <summary>The table, each line ended with a line feed; an undefined figure is a dash, its reason is in the report.</summary>
    public static string Of(RunDocument run)
    {
        var text = new StringBuilder();
        AddHead(text, run);
        foreach (var (left, right) in Rows(run))
        {
            AddRow(text, left, right);
        }

        AddCosts(text, run);
        AddScripts(text, run);
        foreach (var warning in run.Warnings)
        {
            text.Append("  ! ").Append(warning).Append('\n');
        }

        text.Append("EventLogHash ").Append(run.EventLogHash).Append('\n');
        return text.ToString();
    }

    static void AddHead(StringBuilder text, RunDocument run)
    {
        var data = string.Join(", ", run.Identity.Data.Select(item => $"{item.Instrument} {item.Kind}"));
        text.AppendJoin(" + ", run.Identity.MoreScripts.Select(script => script.Book).Prepend(Path.GetFileNameWithoutExtension(run.Identity.StrategyFile))).Append(" on ").Append(data)
            .Append(CultureInfo.InvariantCulture, $", {UtcNanos.ToDateTime(run.Covered.From):yyyy-MM-dd HH:mm} to {UtcNanos.ToDateTime(run.Covered.To):yyyy-MM-dd HH:mm} UTC\n")
            .Append(CultureInfo.InvariantCulture, $"{run.Events:N0} events in {run.Timings.Wall:0.000} s, {run.EventsPerSecond:N0} events/s\n\n");
    }

    /// <summary>Two columns: what came out beside what it took.</summary>
    internal static IEnumerable<((string Name, string Value) Left, (string Name, string Value) Right)> Rows(RunDocument run)
    {
        (string, string) Of(MetricDefinition definition) => (definition.Label, MetricText.Of(run.Metric(definition), run.Equity.Currency));

        return
        [
            (("Start equity", MetricText.Money(run.Equity.Start, run.Equity.Currency)), Of(Catalog.Trades)),
            (("End equity", MetricText.Money(run.Equity.End, run.Equity.Currency)), Of(Catalog.WinRate)),
            (Of(Catalog.NetProfit), Of(Catalog.ProfitFactor)),
            (Of(Catalog.TotalReturn), ("Expectancy", Of(Catalog.Expectancy).Item2)),
            (Of(Catalog.MarketChange), Of(Catalog.Payoff)),
            (Of(Catalog.MaxDrawdown), Of(Catalog.TotalCosts)),
            (Of(Catalog.Sharpe), ("Costs of gross", Of(Catalog.CostShare).Item2)),
            (Of(Catalog.Sortino), Of(Catalog.TimeInMarket)),
            (("Odds Sharpe > 0", Of(Catalog.ProbabilisticSharpe).Item2), ("Left open", Of(Catalog.OpenTrades).Item2)),
        ];
    }

    /// <summary>Each cost that there is, and dividends beside them.</summary>
    static void AddCosts(StringBuilder text, RunDocument run)
    {
        var costs = run.Costs;
        (string Name, decimal Amount)[] lines =
        [
            ("commission", costs.Commission), ("spread", costs.Spread), ("slippage", costs.Slippage), ("swap", costs.Swap),
            ("funding", costs.Funding), ("borrow fee", costs.Borrow), ("dividends (received)", run.Dividends),
        ];
        var there = string.Join(", ", lines.Where(line => line.Amount != 0m).Select(line => $"{line.Name} {MetricText.Money(line.Amount, run.Equity.Currency)}"));
        if (there.Length > 0)
        {
            text.Append("  Costs: ").Append(there).Append('\n');
        }
    }

    /// <summary>Each script's result, where there are several.</summary>
    static void AddScripts(StringBuilder text, RunDocument run)
    {
        foreach (var script in run.Scripts.Count > 1 ? run.Scripts : [])
        {
            text.Append(CultureInfo.InvariantCulture, $"  Script {script.Name}: {MetricText.Money(script.Net, run.Equity.Currency)} net in {script.Trades:N0} trades, {script.Fills:N0} fills, costs {MetricText.Money(script.Costs.Total, run.Equity.Currency)}\n");
        }
    }

    static void AddRow(StringBuilder text, (string Name, string Value) left, (string Name, string Value) right) =>
        text.Append("  ").Append(left.Name.PadRight(NameWidth)).Append(left.Value.PadLeft(ValueWidth))
            .Append("    ").Append(right.Name.PadRight(NameWidth)).Append(right.Value.PadLeft(ValueWidth)).Append('\n');
}
