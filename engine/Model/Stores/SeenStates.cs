namespace Workbench.Model;

/// <summary>Finds the states of a store that a run saw, by the hashes in the run's identity.</summary>
public static class SeenStates
{
    /// <summary>Which former states hold the data that a run saw, where the tapes hold others now. What no state holds is left out.</summary>
    /// <param name="store">Where the data were.</param>
    /// <param name="seen">What the run saw.</param>
    public static IReadOnlyList<RevisionPin> AsSeen(this IMarketStore store, IEnumerable<DataIdentity> seen) => [.. seen.Select(data => Pin(store, data)).OfType<RevisionPin>()];

    static RevisionPin? Pin(IMarketStore store, DataIdentity seen)
    {
        var holding = store.Revisions(seen.Instrument, seen.Kind).LastOrDefault(state => Holds(store, state, seen));
        return holding is null or { IsCurrent: true } ? null : new RevisionPin(seen.Instrument, seen.Kind, holding.Number);
    }

    static bool Holds(IMarketStore store, StoreRevision state, DataIdentity seen)
    {
        var then = store.As([new RevisionPin(seen.Instrument, seen.Kind, state.Number)]);
        var (kind, spec) = DataKinds.Named(seen.Kind);
        try
        {
            return then.Describe(then.Instrument(seen.Instrument), kind, spec, new TimeRange(seen.From, seen.To)).Sha256 == seen.Sha256;
        }
        catch (WorkbenchException)
        {
            // A state that has nothing of the range, or is damaged, is not the one that was seen.
            return false;
        }
    }
}
