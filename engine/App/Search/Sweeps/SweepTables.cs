using System.Globalization;
using Workbench.Data.Parquet;
using Workbench.Research;

namespace Workbench.App;

/// <summary>The tables of a sweep as Parquet, open to any tool.</summary>
static class SweepTables
{
    const int MoneyScale = 6;

    /// <summary>A row for each variant: settings, how it ended, what it is ranked by, and all figures of the report; NaN where one is undefined.</summary>
    public static ParquetTableWriter<VariantLine> Results(SweepFolder folder, SweepPlan plan)
    {
        TableColumn<VariantLine>[] settled = [.. Begin(), .. Outcome()];
        var names = settled.Select(column => column.Column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        MetricDefinition[] metrics = [.. MetricCatalog.All.Where(metric => names.Add(metric.Key))];
        return new ParquetTableWriter<VariantLine>(folder.ResultsPath, [.. Begin(), .. Settings(plan, names), .. Outcome(), .. metrics.Select(Figure)]);
    }

    /// <summary>A row for each period of each variant that did not fail.</summary>
    public static ParquetTableWriter<ReturnLine> Returns(SweepFolder folder) => new(
        folder.ReturnsPath,
        TableColumn<ReturnLine>.Whole("variant", (in line) => line.Variant),
        TableColumn<ReturnLine>.Time("time", (in line) => line.Time),
        TableColumn<ReturnLine>.Real("return", (in line) => line.Return));

    static TableColumn<VariantLine>[] Begin() =>
    [
        TableColumn<VariantLine>.Whole("variant", (in line) => line.Number),
        TableColumn<VariantLine>.Whole("rank", (in line) => line.Rank),
    ];

    static TableColumn<VariantLine>[] Outcome() =>
    [
        TableColumn<VariantLine>.Text("key", (in line) => line.Result.Key),
        TableColumn<VariantLine>.Text("state", (in line) => TrialState.Of(line.Result.State)),
        TableColumn<VariantLine>.Text("reason", (in line) => line.Result.Reason ?? ""),
        TableColumn<VariantLine>.Text("eventLogHash", (in line) => line.Result.EventLogHash ?? ""),
        TableColumn<VariantLine>.Text("behaviourHash", (in line) => line.Result.BehaviourHash ?? ""),
        TableColumn<VariantLine>.Whole("fills", (in line) => line.Result.Fills),
        TableColumn<VariantLine>.Whole("trades", (in line) => line.Result.Trades),
        TableColumn<VariantLine>.Decimal("equityStart", (in line) => line.Result.EquityStart, MoneyScale),
        TableColumn<VariantLine>.Decimal("equityEnd", (in line) => line.Result.EquityEnd, MoneyScale),
        TableColumn<VariantLine>.Real("objective", (in line) => line.Objective.Value ?? double.NaN),
        TableColumn<VariantLine>.Text("objectiveReason", (in line) => line.Objective.Reason ?? ""),
    ];

    /// <summary>A parameter that is called as something else in the table is called so behind <c>set_</c>.</summary>
    static IEnumerable<TableColumn<VariantLine>> Settings(SweepPlan plan, HashSet<string> taken)
    {
        foreach (var name in plan.Legs[0].Settings.Select(setting => setting[..setting.IndexOf('=', StringComparison.Ordinal)]))
        {
            yield return TableColumn<VariantLine>.Text(Free(name, taken), (in line) => line.Setting(name));
        }

        foreach (var axis in plan.Axes)
        {
            var name = axis.Name;
            yield return axis.IsNumeric
                ? TableColumn<VariantLine>.Real(Free(name, taken), (in line) => Number(line.Setting(name)))
                : TableColumn<VariantLine>.Text(Free(name, taken), (in line) => line.Setting(name));
        }
    }

    static TableColumn<VariantLine> Figure(MetricDefinition metric) =>
        TableColumn<VariantLine>.Real(metric.Key, (in line) => line.Result.Metric(metric.Key).Value ?? double.NaN);

    static string Free(string name, HashSet<string> taken) => taken.Contains(name) ? "set_" + name : name;

    // A switch is a number on its axis.
    static double Number(string text) => text switch
    {
        "true" => 1d,
        "false" => 0d,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN,
    };
}
