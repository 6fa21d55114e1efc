using Workbench.Model;
using Workbench.Research.Search;
using Workbench.Research.Validation;

namespace Workbench.App;

/// <summary>One walk-forward or cross-validation from words to figures.</summary>
sealed class WalkForwardStudy(Workspace workspace, WalkForwardRequest asked)
{
    /// <summary>Runs it.</summary>
    /// <param name="stuck">Ends the process when the script's own code does not come back.</param>
    /// <param name="progress">Told how it goes.</param>
    /// <param name="warn">Told of what is to know.</param>
    /// <param name="cancel">Ends it; nothing is kept then.</param>
    public WalkForwardOutcome Run(Action<WorkbenchException> stuck, Action<string> progress, Action<string> warn, CancellationToken cancel)
    {
        Check();
        using var ground = StudyGround.Of(workspace, asked.Terms, asked.Where, stuck);
        var objective = Objective.Parse(asked.Objective, asked.MinTrades);
        var points = PointsOf(ground);
        var rule = StudyDesign.RuleOf(asked.Rule, ground.Space, points);
        var (variants, clock) = RunAll(ground, points, progress, cancel);
        var counted = ground.Record("walkforward", variants, clock.PerYear, objective, warn);
        var rows = RowSpans.Of(clock, ground.Setup.Config.Range.From);
        var design = StudyDesign.Of(asked, rows, variants);
        var terms = new ValidationTerms(objective, rule, clock);
        ValidationReport report;
        if (asked.Mode == Sliced.Mode)
        {
            report = Sliced.Evaluate(design, rows, variants, terms);
        }
        else
        {
            var restarted = new Restarted(ground, points, terms, asked.WarmUp ?? WindowOf(design), asked.Cores);
            report = restarted.Evaluate(design, rows, progress, cancel);
            counted = ground.Record("walkforward", restarted.Tried, clock.PerYear, objective, warn);
        }

        return Outcome(ground, points, variants, objective, report, counted);
    }

    static WalkForwardOutcome Outcome(StudyGround ground, IReadOnlyList<Point> points, IReadOnlyList<VariantResult> variants, Objective objective, ValidationReport report, TrialCount counted)
    {
        var whole = objective.Rank(variants);
        var best = new Point(whole[0].Result.Settings);
        return new WalkForwardOutcome(ground.Name, ground.Setup.Rack.Identities, report, whole, counted)
        {
            Origin = ground.Script,
            AcceptsDataWarnings = ground.Request.AcceptDataWarnings,
            Edges = ground.Space is { } space ? PlateauMap.AtTheEdge(space, best) : [],
            Plateau = ground.Space is { } map ? PlateauMap.Of(map, points, [.. variants.Select(objective.Score)]).First(point => point.Point.Key == best.Key) : null,
        };
    }

    void Check()
    {
        if (asked.Mode is not (Sliced.Mode or Restarted.Mode))
        {
            throw StudyErrors.UnknownMode(asked.Mode);
        }

        if (asked.Mode == Restarted.Mode && asked.Design is not ("rolling" or "anchored"))
        {
            throw StudyErrors.RestartedNeedsWalk(asked.Design);
        }
    }

    /// <summary>All points before the first run: an optimiser that learns from the whole tape would have seen what is to be tested.</summary>
    IReadOnlyList<Point> PointsOf(StudyGround ground) => ground.Space is not { } space ? [new Point([])]
        : asked.Method is "cma" or "bayes" ? throw StudyErrors.LearningMethod(asked.Method)
        : SearchMethods.Make(asked.Method, space, asked.Trials, asked.Terms.Seed).Ask(int.MaxValue);

    (IReadOnlyList<VariantResult> Variants, PeriodClock Clock) RunAll(StudyGround ground, IReadOnlyList<Point> points, Action<string> progress, CancellationToken cancel)
    {
        using var field = new Field(ground.Field() with { Cores = asked.Cores });
        var done = 0;
        var variants = field.Run([.. points.Select(ground.Variant)], _ => progress(FormattableString.Invariant($"{Interlocked.Increment(ref done):N0} of {points.Count:N0} variants")), cancel);
        return variants.Any(variant => variant.State == VariantState.Finished) ? (variants, field.Clock) : throw StudyErrors.NothingRan(variants[0].Reason ?? "they were stopped");
    }

    static long WindowOf(Design design) => design is WalkForward walk ? walk.Train : 0;
}
