using Workbench.Model;

namespace Workbench.App;

/// <summary>Copies tapes from one store into another, with all that checks and comparisons said of them.</summary>
/// <param name="source">Where they are.</param>
/// <param name="target">Where they go.</param>
/// <param name="terminal">Told how far it is.</param>
/// <param name="cancel">Ends it; of a tape that was not through, the old state stands.</param>
sealed class TapeCopy(IMarketStore source, IMarketStore target, Terminal terminal, CancellationToken cancel)
{
    /// <summary>Copies a tape. Where the target has none, its former states come first, each under its number; where it has one, what changes there is that one's next state.</summary>
    /// <returns>How many former states went along.</returns>
    public int Run(DataIdentity tape)
    {
        var states = source.Revisions(tape.Instrument, tape.Kind);
        List<StoreRevision> former = target.Revisions(tape.Instrument, tape.Kind).Count > 0 ? [] : [.. states.Where(state => !state.IsCurrent)];
        DataIdentity? before = null;
        foreach (var state in former)
        {
            Copy(source.As([new RevisionPin(tape.Instrument, tape.Kind, state.Number)]), state.Entry.Data, before);
            before = state.Entry.Data;
        }

        Copy(source, tape, before);
        if (former.Count > 0 && target.Revisions(tape.Instrument, tape.Kind) is var now && !now.Select(state => state.Number).SequenceEqual(states.Select(state => state.Number)))
        {
            terminal.Warn($"former states of {tape.Instrument}:{tape.Kind} have other numbers in {target.Place}: {string.Join(", ", now.Select(state => state.Number))} for {string.Join(", ", states.Select(state => state.Number))}");
        }

        return former.Count;
    }

    void Copy(IMarketStore from, DataIdentity tape, DataIdentity? before)
    {
        var (kind, bars) = DataKinds.Named(tape.Kind);
        var instrument = from.Instrument(tape.Instrument);
        using var events = AnyTape.Open(from, instrument, kind, bars, TimeRange.All);
        AnyTape.Write(target, events, bars, tape.Source, new Watch(() => tape.Count, terminal, cancel), Covers(before, tape));
        target.Keep(instrument, kind, bars, from.Verdicts(instrument, kind, bars));
    }

    // A state that does not reach as far as the one before takes the place of all of it.
    static TimeRange? Covers(DataIdentity? before, DataIdentity now) => before is not null && (before.From < now.From || before.To > now.To)
        ? new TimeRange(Math.Min(before.From, now.From), Math.Max(before.To, now.To)) : null;
}
