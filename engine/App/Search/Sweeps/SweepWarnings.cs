using Workbench.Research;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>What a reader of a sweep must know before its figures.</summary>
static class SweepWarnings
{
    const double ManyIdle = 0.1;
    const int FewPeriods = 60;

    /// <summary>All that hold.</summary>
    public static IReadOnlyList<string> Of(SweepGround ground, IReadOnlyList<SweepRow> ranked, PeriodClock? clock) =>
    [
        .. DataTexts.Warnings(ground.Data), .. Failed(ranked), .. Edge(ground, ranked), .. Idle(ranked), .. Stopped(ground.Plan, ranked), .. Periods(clock), .. Synthetic(ground.Plan),
    ];

    static IEnumerable<string> Failed(IReadOnlyList<SweepRow> ranked)
    {
        var failed = ranked.Count(row => row.Result.State == VariantState.Failed);
        return failed == 0 ? [] : [FormattableString.Invariant($"{failed:N0} of {ranked.Count:N0} variants failed; each row has its reason.")];
    }

    static IEnumerable<string> Edge(SweepGround ground, IReadOnlyList<SweepRow> ranked) => ranked is [{ Score: not null } best, ..]
        ? PlateauMap.AtTheEdge(ground.Space, new Point([.. best.Result.Settings.Skip(ground.Plan.Legs[0].Settings.Count)])) : [];

    static IEnumerable<string> Idle(IReadOnlyList<SweepRow> ranked)
    {
        var idle = ranked.Count(row => row.Result.State != VariantState.Failed && row.Result.Fills == 0);
        return idle <= ManyIdle * ranked.Count ? [] : [FormattableString.Invariant($"{idle:N0} of {ranked.Count:N0} variants never traded: the space reaches where the script does nothing.")];
    }

    static IEnumerable<string> Stopped(SweepPlan plan, IReadOnlyList<SweepRow> ranked)
    {
        var stopped = ranked.Count(row => row.Result.State == VariantState.Stopped);
        return stopped == 0 ? [] : [FormattableString.Invariant($"{stopped:N0} of {ranked.Count:N0} variants were stopped early. {plan.Stop}")];
    }

    static IEnumerable<string> Periods(PeriodClock? clock) => clock is null || clock.Ends.Count >= FewPeriods
        ? [] : [FormattableString.Invariant($"{clock.Ends.Count} periods ({clock.Name}) are few: what ranks first among so many variants over so little time is mostly luck.")];

    static IEnumerable<string> Synthetic(SweepPlan plan) => plan.Legs.Any(leg => leg.Data.Any(data => data.IsSynthetic))
        ? ["The data are SYNTHETIC: they were generated, and nothing that earns on them has earned anything."] : [];
}
