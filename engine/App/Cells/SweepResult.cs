using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.App.Cells;

/// <summary>What a sweep came to: all variants, the best first, and the odds that the best is luck.</summary>
public sealed class SweepResult
{
    readonly Workspace workspace;
    readonly SweepOutcome outcome;

    internal SweepResult(Workspace workspace, SweepOutcome outcome, IReadOnlyList<SweepAxis> axes)
    {
        (this.workspace, this.outcome, Axes) = (workspace, outcome, axes);
        Variants = [.. outcome.Ranked.Select(Variant)];
    }

    /// <summary>Name of the sweep and of its folder under <c>data/sweeps</c>.</summary>
    public string Id => outcome.Folder.Id;

    /// <summary>Its folder.</summary>
    public string Folder => outcome.Folder.Root;

    /// <summary>What was varied.</summary>
    public IReadOnlyList<SweepAxis> Axes { get; }

    /// <summary>What they are ranked by, as it was written.</summary>
    public string Objective => outcome.Plan.Objective;

    /// <summary>All variants, best first; those without that figure behind them, those that failed last.</summary>
    public IReadOnlyList<SweepVariant> Variants { get; }

    /// <summary>The variant that ranks first.</summary>
    public SweepVariant Best => Variants[0];

    /// <summary>Distinct trials of the script's family, those of other sweeps, notebooks and hands among them.</summary>
    public long TrialsInFamily => outcome.Trials.Distinct;

    /// <summary>What a reader must know before the figures.</summary>
    public IReadOnlyList<string> Warnings => outcome.End.Warnings;

    /// <summary>The odds that the best is luck, in a sentence; the tests behind it are in <see cref="Luck"/>.</summary>
    public string Odds => outcome.Odds.Sentence;

    /// <summary>All tests of luck; null where there are too few returns, or too many to look at in passing.</summary>
    public LuckReport? Luck => outcome.Odds.Report;

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

    /// <summary>All variants with all figures and returns.</summary>
    public SearchDocument Load() => SweepDocument.Of(outcome.Folder);

    /// <summary>An axis by its name.</summary>
    internal SweepAxis AxisNamed(string name) => Axes.FirstOrDefault(axis => axis.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw CellErrors.UnknownMetric(name, Closest.To(name, Axes.Select(axis => axis.Name)));

    /// <summary>The winner is told how many it was chosen from: its odds are those of the best of that many.</summary>
    SweepVariant Variant(SweepRow row, int rank)
    {
        var leg = outcome.Plan.Legs.Last(each => each.Settings.All(row.Result.Settings.Contains));
        string[] settings = [.. row.Result.Settings.Skip(leg.Settings.Count)];
        return new SweepVariant(row, settings, () => new VariantRerun(workspace, leg, settings).Document(row.Result, rank == 0 ? outcome.Trials : TrialCount.Empty));
    }
}
