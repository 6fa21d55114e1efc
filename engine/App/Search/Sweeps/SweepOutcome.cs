namespace Workbench.App;

/// <summary>A sweep that is done.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Plan">Its plan.</param>
/// <param name="Ranked">All variants, the best first.</param>
/// <param name="End">How it ended.</param>
/// <param name="Trials">Trials of its family.</param>
sealed record SweepOutcome(SweepFolder Folder, SweepPlan Plan, IReadOnlyList<SweepRow> Ranked, SweepEnd End, TrialCount Trials)
{
    readonly Lock making = new();
    SweepOdds? odds;

    /// <summary>The odds that its best is luck, worked out when they are asked for.</summary>
    public SweepOdds Odds
    {
        get
        {
            lock (making)
            {
                return odds ??= SweepOdds.Of(this);
            }
        }
    }
}
