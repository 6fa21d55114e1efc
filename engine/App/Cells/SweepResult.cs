using Workbench.Model;
using Workbench.Research;

namespace Workbench.App.Cells;

/// <summary>What a sweep came to: all variants, the best first, and the odds that the best is luck.</summary>
/// <param name="Axes">What was varied.</param>
/// <param name="Objective">The metric they are ranked by.</param>
/// <param name="Variants">All of them, best first; those without that figure behind them, those that failed last.</param>
public sealed record SweepResult(IReadOnlyList<SweepAxis> Axes, MetricDefinition Objective, IReadOnlyList<SweepVariant> Variants)
{
    /// <summary>The variant that ranks first.</summary>
    public SweepVariant Best => Variants[0];

    /// <summary>Chance that the best one's Sharpe ratio is above what the best of so many worthless variants would show; null where it is undefined.</summary>
    public double? OddsAfterCounting => Best.Document?.Metric(MetricCatalog.DeflatedSharpe).Value;

    /// <summary>The objective over two of the axes, the best of all that share both values: rows are <paramref name="down"/>, columns <paramref name="across"/>. NaN where there is none.</summary>
    public double[,] Map(string across, string down)
    {
        var (columns, rows) = (AxisNamed(across), AxisNamed(down));
        var map = new double[rows.Values.Count, columns.Values.Count];
        for (var row = 0; row < rows.Values.Count; row++)
        {
            for (var column = 0; column < columns.Values.Count; column++)
            {
                string[] both = [$"{columns.Name}={columns.Values[column]}", $"{rows.Name}={rows.Values[row]}"];
                map[row, column] = Variants.FirstOrDefault(variant => both.All(variant.Settings.Contains))?.Objective ?? double.NaN;
            }
        }

        return map;
    }

    /// <summary>An axis by its name.</summary>
    internal SweepAxis AxisNamed(string name) => Axes.FirstOrDefault(axis => axis.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw CellErrors.UnknownMetric(name, Closest.To(name, Axes.Select(axis => axis.Name)));
}
