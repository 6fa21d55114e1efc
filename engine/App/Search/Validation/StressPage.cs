using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>A stress test as a page: what the tapes did to the drawdown, and how the repetitions fan out.</summary>
static class StressPage
{
    const int PanelHeight = 380;

    /// <summary>The figure.</summary>
    public static Figure Of(StressOutcome outcome)
    {
        List<Figure> panels = [Tapes(outcome), .. outcome.MonteCarlo.Where(each => each.Fan is not null).Select(each => Fanned(outcome, each))];
        var figure = Charts.Grid(1, [.. panels]) with { Height = PanelHeight * panels.Count };
        return outcome.Warnings.Aggregate(
            figure.Title(FormattableString.Invariant($"{outcome.Script} under stress: survival {StudyText.Ratio(outcome.Score.Share.Value)}, lowest kind {StudyText.Ratio(outcome.Score.Lowest.Value)}")),
            (drawn, warning) => drawn.Note(warning));
    }

    static Figure Tapes(StressOutcome outcome)
    {
        TapeOutcome[] tapes = [.. outcome.Score.Tapes, .. outcome.OwnStops?.Tapes ?? []];
        Figure Bars(string name, bool survived) => Charts.Bars(
            tapes.Select(tape => tape.Tape), tapes.Select(tape => tape.Survived == survived ? tape.Drawdown ?? double.NaN : double.NaN), name);
        return Bars("survived", true).Add(Bars("not survived", false)).Title("Deepest drawdown, tape by tape").YAxis("of the peak", ".2%");
    }

    static Figure Fanned(StressOutcome outcome, Repetitions each)
    {
        var lines = Spread.Shares.Zip(each.Fan!.Lines).Select(line => (FormattableString.Invariant($"{line.First:0 %}"), (IEnumerable<double>)line.Second));
        return Charts.Lines(outcome.Clock.Ends.Take(each.Fan.Lines[0].Length).Select(UtcNanos.ToDateTime), lines)
            .Title(FormattableString.Invariant($"{each.Name}, {each.Count:N0} times")).YAxis("return since the start", ".2%");
    }
}
