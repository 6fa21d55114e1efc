using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>A stress test as a page: what the tapes did to the drawdown, and how the repetitions fan out.</summary>
static class StressPage
{
    const int PanelHeight = 380;

    /// <summary>Writes it.</summary>
    public static void Write(string path, StressOutcome outcome)
    {
        List<Figure> panels = [Tapes(outcome), .. outcome.MonteCarlo.Where(each => each.Fan is not null).Select(each => Fanned(outcome, each))];
        var title = FormattableString.Invariant($"{outcome.Script} under stress: survival {StudyText.Ratio(outcome.Score.Share.Value)}, lowest kind {StudyText.Ratio(outcome.Score.Lowest.Value)}");
        StudyPage.Write(path, title, Charts.Grid(1, [.. panels]) with { Height = PanelHeight * panels.Count }, outcome.Warnings, outcome.Data);
    }

    static Figure Tapes(StressOutcome outcome)
    {
        TapeOutcome[] tapes = [.. outcome.Score.Tapes, .. outcome.OwnStops?.Tapes ?? []];
        Figure Bars(string name, bool survived) => Charts.Bars(
            tapes.Select(tape => tape.Tape), tapes.Select(tape => tape.Survived == survived ? tape.Drawdown ?? double.NaN : double.NaN), name);
        return Bars("survived", true).Add(Bars("not survived", false)).Title("Deepest drawdown, tape by tape").YAxis("of the peak", ".2%");
    }

    /// <summary>Lines without names: a legend of each fan's five would cover the page.</summary>
    static Figure Fanned(StressOutcome outcome, Repetitions each)
    {
        DateTime[] ends = [.. outcome.Clock.Ends.Take(each.Fan!.Lines[0].Length).Select(UtcNanos.ToDateTime)];
        return each.Fan.Lines.Select(line => Charts.Line(ends, line)).Aggregate((drawn, line) => drawn.Add(line))
            .Title(FormattableString.Invariant($"{each.Name}, {each.Count:N0} times: 5, 25, 50, 75 and 95 % lie below")).YAxis("return since the start", ".2%");
    }
}
