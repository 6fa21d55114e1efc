using Workbench.Model;
using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>The odds that the best of a sweep is luck, all trials of its family counted.</summary>
/// <param name="Sentence">In a sentence.</param>
/// <param name="Report">The report; null where none could be made.</param>
sealed record SweepOdds(string Sentence, LuckReport? Report)
{
    /// <summary>Returns of all variants together, above which the odds are left to whoever has the time: a minute of a core.</summary>
    const long MostCells = 1_000_000;

    const string Day = "day";

    /// <summary>Of a sweep that is done.</summary>
    public static SweepOdds Of(SweepOutcome outcome)
    {
        var trials = outcome.Trials;
        try
        {
            var (names, columns, clock) = Matrix(outcome);
            if (clock is null || names.Count == 0)
            {
                return new SweepOdds("The odds are not known: no variant has returns.", null);
            }

            if ((long)names.Count * clock.Ends.Count > MostCells)
            {
                return new SweepOdds($"The odds of so many returns take a while. Try: ./run.sh odds {outcome.Folder.Id}", null);
            }

            var report = LuckReport.Of(new ReturnsMatrix(names, columns, clock.PerYear), new LuckOptions
            {
                Trials = trials.Distinct,
                TrialSharpes = clock.Name == Day ? trials.Sharpes : null,
                Seed = outcome.Plan.Seed,
            });
            return new SweepOdds(report.Sentence, report);
        }
        catch (WorkbenchException none)
        {
            return new SweepOdds($"The odds are not known: {none.Message}", null);
        }
    }

    /// <summary>A column for each variant that did not fail; those over another clock than the first have no place in it.</summary>
    static (List<string> Names, List<double[]> Columns, PeriodClock? Clock) Matrix(SweepOutcome outcome)
    {
        var (names, columns, clock) = (new List<string>(), new List<double[]>(), default(PeriodClock));
        foreach (var file in outcome.Folder.Results(outcome.Plan))
        {
            clock ??= file.Clock;
            if (file.Clock.Ends.SequenceEqual(clock.Ends))
            {
                foreach (var variant in file.Results.Where(variant => variant.State != VariantState.Failed))
                {
                    names.Add(variant.Key);
                    columns.Add([.. variant.Returns]);
                }
            }
        }

        return (names, columns, clock);
    }
}
