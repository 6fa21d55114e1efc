using System.Globalization;
using System.Text;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>A stress test for the console.</summary>
static class StressText
{
    /// <summary>The tapes by kind, the worst of them, the score, Monte Carlo, warnings.</summary>
    public static string Of(StressOutcome outcome)
    {
        var (score, real) = (outcome.Score, outcome.Real);
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{outcome.Script}{(real.Key.Length > 0 ? " " + real.Key : "")} on {StudyText.Data(outcome.Data)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"real tape: return {StudyText.Percent(real.Metric("totalReturn").Value)}, drawdown {StudyText.Percent(real.Metric("maxDrawdown").Value)}, {real.Trades:N0} trades");
        text.AppendLine(CultureInfo.InvariantCulture, $"{score.Tapes.Count} adversarial tapes, set {outcome.SetHash[..12]}");
        text.AppendLine();
        text.AppendLine(Kinds(outcome));
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"  Survival     {StudyText.OrReason(score.Share, StudyText.Ratio)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  Lowest kind  {StudyText.OrReason(score.Lowest, StudyText.Ratio)}");
        if (score.Worst is { } worst)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  Worst tape   {worst.Tape}: {(worst.Survived ? "survived, drawdown " + StudyText.Percent(worst.Drawdown) : worst.Why)}");
        }

        if (outcome.OwnStops is null)
        {
            text.AppendLine("  Own stops    it had none resting that could be hunted");
        }

        if (outcome.MonteCarlo.Count > 0)
        {
            text.AppendLine().AppendLine(Repeated(outcome));
        }

        foreach (var warning in outcome.Warnings)
        {
            text.AppendLine("  ! " + warning);
        }

        return text.ToString().TrimEnd();
    }

    static string Kinds(StressOutcome outcome)
    {
        TapeOutcome[] tapes = [.. outcome.Score.Tapes, .. outcome.OwnStops?.Tapes ?? []];
        return StudyText.Table(
            ["kind", "survived", "worst return", "deepest drawdown", "dearest event"],
            tapes.GroupBy(tape => tape.Kind).Select(kind => (IReadOnlyList<string>)
            [
                EventKinds.NameOf(kind.Key),
                FormattableString.Invariant($"{kind.Count(tape => tape.Survived)} of {kind.Count()}"),
                StudyText.Percent((double)(kind.Min(tape => tape.EquityEnd) / outcome.Real.EquityStart) - 1d),
                StudyText.Percent(kind.Max(tape => tape.Drawdown)),
                StudyText.Percent(kind.Min(tape => tape.WorstEvent)),
            ]));
    }

    static string Repeated(StressOutcome outcome) => StudyText.Table(
        ["Monte Carlo", "runs", "return 5 %", "median", "95 %", "losing", "drawdown median", "95 %", "what to know"],
        outcome.MonteCarlo.Select(each => (IReadOnlyList<string>)
        [
            each.Name, each.Count.ToString("N0", CultureInfo.InvariantCulture),
            StudyText.Percent(each.Return?.Low), StudyText.Percent(each.Return?.Median), StudyText.Percent(each.Return?.High), StudyText.Percent(each.Losing),
            StudyText.Percent(each.Drawdown?.Median), StudyText.Percent(each.Drawdown?.High),
            each.Failed > 0 ? FormattableString.Invariant($"{each.Failed} failed; {each.Note}") : each.Note,
        ]),
        8);
}
