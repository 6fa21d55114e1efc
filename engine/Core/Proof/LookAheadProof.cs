using System.Runtime.ExceptionServices;

namespace Workbench.Core;

/// <summary>
/// Proves that a script decides from the past alone: what it decided before an instant must stay the same whatever is done to the data
/// behind it. A run records every decision; then the data are changed from seeded instants on, in each way that <see cref="FutureChange"/>
/// knows, and each decision before is held against the record.
/// </summary>
/// <remarks>
/// Decisions at the cut itself may differ, since events at the cut are changed. All earlier ones depend on events that are the same in
/// both runs, and the run's range is the same, so that nothing but looking ahead, or dice of its own, can make them differ.
/// </remarks>
/// <param name="rehearsal">Runs the script.</param>
/// <param name="cuts">How many instants; at least 1.</param>
/// <param name="seed">Seed of the instants and of what is done by dice.</param>
public sealed class LookAheadProof(IRehearsal rehearsal, int cuts, long seed)
{
    /// <summary>Runs it all.</summary>
    /// <param name="rerun">Told before each rerun: its number from 1, and how many there will be.</param>
    /// <param name="cancel">Ends the proof.</param>
    /// <exception cref="WorkbenchException">The script fails on the data as they are, or decides differently when nothing is changed (WB4090).</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public LookAheadResult Run(Action<int, int>? rerun = null, CancellationToken cancel = default)
    {
        var record = new DecisionLog();
        var run = Record(record, cancel);
        Repeat(record, cancel);

        var instants = CutPoints.Choose(record.Decisions, run, cuts, seed);
        var futures = instants.SelectMany(_ => Enum.GetValues<FutureChange>(), (cut, change) => new ChangedFuture(cut, change, seed)).ToList();
        var found = new List<LookAhead>();
        var compared = 0L;
        for (var i = 0; i < futures.Count; i++)
        {
            rerun?.Invoke(i + 1, futures.Count);
            var (difference, same) = Rerun(futures[i], record.Decisions, cancel);
            compared += same;
            if (difference is not null)
            {
                found.Add(difference);
            }
        }

        return new LookAheadResult(record.Decisions.Count, instants, futures.Count, compared, found);
    }

    RunResult Record(DecisionLog record, CancellationToken cancel)
    {
        var end = rehearsal.Run(null, record, new FirstChange(), cancel);
        cancel.ThrowIfCancellationRequested();
        if (end.Failure is not null)
        {
            ExceptionDispatchInfo.Throw(end.Failure);
        }

        return end.Result!;
    }

    /// <summary>A script that decides by dice of its own would seem to look ahead: it is told apart by a run in which nothing is changed.</summary>
    void Repeat(DecisionLog record, CancellationToken cancel)
    {
        var witness = new DecisionWitness(record.Decisions, long.MaxValue);
        var end = rehearsal.Run(null, witness, new FirstChange(), cancel);
        cancel.ThrowIfCancellationRequested();
        witness.Close();
        if (witness.Differs || end.Failure is not null)
        {
            throw RunErrors.NotRepeatable(Told(witness.Before)?.ToString(), Told(witness.Now)?.ToString() ?? end.Failure?.Message);
        }
    }

    (LookAhead? Found, int Same) Rerun(ChangedFuture future, IReadOnlyList<Recorded> expected, CancellationToken cancel)
    {
        var witness = new DecisionWitness(expected, future.Cut);
        var first = new FirstChange();
        var end = rehearsal.Run(future, witness, first, cancel);
        cancel.ThrowIfCancellationRequested();

        witness.Close();
        var found = witness.Differs || end.Failure is not null
            ? new LookAhead(future, Told(witness.Before), Told(witness.Now), end.Failure?.Message, first.Event)
            : null;
        return (found, witness.Same);
    }

    Decision? Told(Recorded? decision) => decision?.Told(rehearsal.Instruments);
}
