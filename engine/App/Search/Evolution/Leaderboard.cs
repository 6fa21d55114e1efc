using System.Globalization;
using System.Text;
using Workbench.Research;

namespace Workbench.App;

/// <summary>The survivors of an evolution in a table: what selection saw beside what it never saw, survival, odds.</summary>
static class Leaderboard
{
    /// <summary>As text.</summary>
    public static string Text(EvolutionDocument evolution)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{evolution.Id}: {evolution.Kind} of {evolution.Lineage}, {evolution.Generations} generations, {evolution.Tried:N0} tried, {evolution.Behaviours:N0} behaviours, seed {evolution.Recipe.Seed}");
        text.AppendLine(CultureInfo.InvariantCulture, $"{evolution.TrialsInFamily:N0} trials in the family ({string.Join(", ", evolution.TrialsBySource.Select(each => FormattableString.Invariant($"{each.Key} {each.Value:N0}")))})");
        text.AppendLine(evolution.Odds);
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"",-10}{"in sample",34} | {"out of sample",34} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"{"name",-10}{Head} | {Head} |{"survival",9}{"luck",7}{"size",6}  parents");
        foreach (var champion in evolution.Champions)
        {
            var member = evolution.Family.First(each => each.Key == champion.Key);
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{champion.Name,-10}{Figures(champion.InSample)} | {Figures(champion.OutOfSample)} |{Share(champion.Survival),9}{Share(champion.Odds),7}{member.Size,6}  {string.Join(", ", member.ParentNames)} ({member.Birth.Operator})");
        }

        foreach (var warning in evolution.Warnings)
        {
            text.Append("\nwarning: ").Append(warning);
        }

        return text.ToString().TrimEnd('\n');
    }

    const string Head = "   return drawdown  trades  sharpe";

    static string Figures(IReadOnlyList<RunFigures> runs) => runs.Count == 0 ? $"{"–",34}" : string.Create(CultureInfo.InvariantCulture,
        $"{FiguresText.Share(runs[0].Metric(MetricCatalog.TotalReturn)),9}{FiguresText.Share(runs[0].Metric(MetricCatalog.MaxDrawdown)),9}{runs[0].Trades,8:N0}{FiguresText.Ratio(runs[0].Metric(MetricCatalog.Sharpe)),8}");

    static string Share(double? value) => value?.ToString("0 %", CultureInfo.InvariantCulture) ?? "–";
}
