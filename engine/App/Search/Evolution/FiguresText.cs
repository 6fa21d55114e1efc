using System.Globalization;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>What a run came to, in a line for the head of a script and for tables.</summary>
static class FiguresText
{
    /// <summary>With where and when.</summary>
    public static string Of(Market market, TimeRange range, RunFigures figures) => $"{market.Identity.Instrument} {Day(range.From)} to {Day(range.To)}: {Of(figures)}";

    /// <summary>Return, drawdown, trades, Sharpe.</summary>
    public static string Of(RunFigures figures) => figures.Reason is { } reason ? $"failed: {reason}" : string.Create(CultureInfo.InvariantCulture,
        $"return {Share(figures.Metric(MetricCatalog.TotalReturn))}, drawdown {Share(figures.Metric(MetricCatalog.MaxDrawdown))}, {figures.Trades:N0} trades, Sharpe {Ratio(figures.Metric(MetricCatalog.Sharpe))}");

    /// <summary>A share.</summary>
    public static string Share(double? value) => value?.ToString("0.00 %", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>A ratio.</summary>
    public static string Ratio(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    static string Day(long nanos) => nanos % UtcNanos.Day == 0
        ? UtcNanos.ToDateTime(nanos).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : UtcNanos.ToDateTime(nanos).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
