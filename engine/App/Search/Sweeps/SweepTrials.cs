using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>Puts the variants of a sweep into the ledger of trials, batch by batch, and asks it how many the family has.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="ground">What the variants run on.</param>
/// <param name="sweep">Name of the sweep.</param>
/// <param name="source">By which door: sweep, notebook.</param>
sealed class SweepTrials(TrialLedger ledger, SweepGround ground, string sweep, string source)
{
    /// <summary>Trials of all families that the sweep's data sets belong to.</summary>
    /// <exception cref="Model.WorkbenchException">The ledger was changed.</exception>
    public TrialCount Count() => ledger.Count([.. Enumerable.Range(0, ground.Plan.Legs.Count).Select(ground.FamilyOf)]);

    /// <summary>Adds what the variants of a leg came to. What is run again after a crash stands there twice and counts once.</summary>
    public void Record(int leg, IReadOnlyList<VariantResult> results)
    {
        var perDay = Math.Sqrt(ground.DaysInYear(leg));
        var origin = TrialOrigin.From(sweep, ground.Plan.Seed, ground.Plan.Legs[leg].Data);
        ledger.Record(source, ground.FamilyOf(leg), [.. results.Select(result => new Trial(
            ground.TrialKeyOf(result, leg), result.BehaviourHash, TrialState.Of(result.State),
            result.Metric("sharpe").Value / perDay, ground.Objective.Of(result).Value))], origin);
    }
}
