using Workbench.Core;
using Workbench.Model;
using Workbench.Research;
using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>
/// One stress test from words to figures. Only the run on the real tape goes into the ledger of trials: nothing is chosen among the
/// others, and what they are tried on is no market.
/// </summary>
sealed class StressStudy(Workspace workspace, StressRequest asked)
{
    readonly List<string> warnings = [];

    /// <summary>Runs it.</summary>
    /// <param name="stuck">Ends the process when the script's own code does not come back.</param>
    /// <param name="progress">Told how it goes.</param>
    /// <param name="warn">Told of what is to know.</param>
    /// <param name="cancel">Ends it; nothing is kept then.</param>
    public StressOutcome Run(Action<WorkbenchException> stuck, Action<string> progress, Action<string> warn, CancellationToken cancel)
    {
        using var ground = StudyGround.Of(workspace, asked.Terms, [], stuck);
        var setup = ground.Field() with { Cores = asked.Cores };
        var variant = ground.Variant(new Point(asked.Terms.Settings));
        var (real, clock) = RunReal(setup, variant, cancel);
        ground.Record("stress", [real], clock.PerYear, null, warn);
        var recorded = ground.Listen(variant, new StressRecorder(), stuck, cancel);

        var surveys = AdversarialSet.Survey(setup.Open());
        var set = AdversarialSet.Of(surveys, asked.Tapes);
        var outcome = new StressOutcome(ground.Name, ground.Setup.Rack.Identities, real, clock, set.Hash, Score(setup, set, variant, real, progress, cancel), asked.Survival)
        {
            Origin = ground.Script,
            OwnStops = AdversarialSet.OfStops(surveys, recorded.Stops, asked.Tapes) is { Tapes.Count: > 0 } own ? Score(setup, own, variant, real, progress, cancel) : null,
            MonteCarlo = asked.MonteCarlo ? Repeat(setup, variant, real, recorded, progress, cancel) : [],
        };
        Compare(real);
        return outcome with { AcceptsDataWarnings = asked.Terms.AcceptDataWarnings, Warnings = [.. DataTexts.Warnings(outcome.Data), .. warnings] };
    }

    SurvivalScore Score(FieldSetup setup, AdversarialSet set, FieldVariant variant, VariantResult real, Action<string> progress, CancellationToken cancel) =>
        new Survival(setup, set, asked.Survival).Score([variant], [real], (done, of) => progress(FormattableString.Invariant($"{done} of {of} tapes")), cancel)[0];

    IReadOnlyList<Repetitions> Repeat(FieldSetup setup, FieldVariant variant, VariantResult real, StressRecorder recorded, Action<string> progress, CancellationToken cancel) =>
    [
        Resampled.Shuffle(recorded.Trades, real.EquityStart, asked.Repeats, asked.Terms.Seed),
        Resampled.Blocks(real.Returns, asked.Repeats, asked.Terms.Seed),
        .. new MonteCarlo(setup, variant, asked).Run(progress, cancel),
    ];

    static (VariantResult Real, PeriodClock Clock) RunReal(FieldSetup setup, FieldVariant variant, CancellationToken cancel)
    {
        using var field = new Field(setup);
        var real = field.Run([variant], null, cancel)[0];
        return real.State == VariantState.Finished ? (real, field.Clock) : throw StudyErrors.NothingRan(real.Reason ?? "it was stopped");
    }

    /// <summary>A run that is kept must come out as it did, else something else is put under stress.</summary>
    void Compare(VariantResult real)
    {
        if (asked.Run is { } run && run.EventLogHash != real.EventLogHash)
        {
            warnings.Add($"the run {run.Name} comes out differently now (EventLogHash {run.EventLogHash[..12]}, now {real.EventLogHash![..12]}): script, data or engine changed since");
        }

        if (real.Fills == 0)
        {
            warnings.Add("it never traded on the real tape: there is nothing to survive");
        }
    }
}
