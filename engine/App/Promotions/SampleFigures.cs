using System.Globalization;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>The figures of a run by which it stands beside another one.</summary>
/// <param name="Run">Name of the run.</param>
/// <param name="From">First instant covered, UTC nanoseconds.</param>
/// <param name="To">First instant no longer covered.</param>
/// <param name="Net">Net profit, in account currency.</param>
/// <param name="Sharpe">Sharpe ratio; null where there is none.</param>
/// <param name="Trades">Closed trades.</param>
/// <param name="MaxDrawdown">Deepest fall, as a share of its peak.</param>
sealed record SampleFigures(string Run, long From, long To, decimal Net, double? Sharpe, long Trades, double? MaxDrawdown)
{
    /// <summary>Of a run.</summary>
    public static SampleFigures Of(RunDocument run) => new(
        run.Identity.RunId, run.Config.Range.From, run.Config.Range.To, run.Equity.End - run.Equity.Start,
        run.Metric(MetricCatalog.Sharpe).Value, run.Trades, run.Equity.Drawdown.Share);

    /// <summary>Two runs as two columns of a table.</summary>
    public static string Table(SampleFigures inside, SampleFigures outside) => string.Join('\n',
        Row("", "in sample", "out of sample"),
        Row("from", Day(inside.From), Day(outside.From)),
        Row("to", Day(inside.To), Day(outside.To)),
        Row("net", Number(inside.Net), Number(outside.Net)),
        Row("Sharpe", Ratio(inside.Sharpe), Ratio(outside.Sharpe)),
        Row("trades", Count(inside.Trades), Count(outside.Trades)),
        Row("max drawdown", Share(inside.MaxDrawdown), Share(outside.MaxDrawdown)));

    static string Row(string name, string inside, string outside) => $"      {name,-14}{inside,20}{outside,20}";

    static string Day(long nanos) => UtcNanos.ToDateTime(nanos).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    static string Number(decimal money) => money.ToString("N2", CultureInfo.InvariantCulture);

    static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    static string Ratio(double? value) => value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "–";

    static string Share(double? value) => value?.ToString("0.00 %", CultureInfo.InvariantCulture) ?? "–";
}
