namespace Workbench.Core;

/// <summary>
/// Runs one script again and again from the start, all that it can reach changed as told: its tapes, and whatever else it may
/// read the market's past from. Each time it must find the state that a new process would find.
/// </summary>
public interface IRehearsal
{
    /// <summary>What the run trades and converts with, in the order of its tapes, each once.</summary>
    IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>Runs it once; with a changed future as far as the cut and not beyond, where it would only meet a market that never was.</summary>
    /// <param name="future">What is different; null for the data as they are.</param>
    /// <param name="sink">Where results go. Where the script fails, what it did before must have come there too (<see cref="Engine.FlushJournal"/>).</param>
    /// <param name="first">Keeps the first event that was changed.</param>
    /// <param name="cancel">Ends the run early.</param>
    RehearsalEnd Run(ChangedFuture? future, IRunSink sink, FirstChange first, CancellationToken cancel);
}
