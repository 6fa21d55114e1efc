using Workbench.Model;
using Workbench.Platform.Postgres;

namespace Workbench.App;

/// <summary>A tape that another one is compared with.</summary>
/// <param name="Name">What to call it: where its data came from.</param>
/// <param name="Tape">The tape.</param>
sealed record SecondSource(string Name, DataCheck Tape)
{
    /// <summary>The tape that <c>--against</c> names: the finest of the instrument in another store, or a source or a kind of the same store.</summary>
    /// <exception cref="WorkbenchException">WB4471: there is none.</exception>
    public static SecondSource Find(Workspace workspace, DataCheck tape, string against)
    {
        if (PostgresAddress.Is(against) || Directory.Exists(against))
        {
            return Of(DataCheck.Of(workspace.OpenStore(against), tape.Instrument.Symbol));
        }

        List<StoreEntry> others = [.. tape.Store.List().Where(entry => entry.Data.Instrument == tape.Instrument.Symbol && entry.Data.Kind != tape.Name)];
        var found = others.Find(entry => entry.Data.Kind == against || entry.Data.Source.Split('+').Contains(against, StringComparer.OrdinalIgnoreCase));
        return found is not null && DataCheck.Of(tape.Store, found) is { } other
            ? Of(other)
            : throw DataGateErrors.NoSuchSource(against, tape.Instrument.Symbol, others.Count == 0 ? ["nothing else"] : others.Select(entry => $"{entry.Data.Kind} of {entry.Data.Source}"));
    }

    // Formats put themselves before the vendor: "lean forex/oanda" is oanda's.
    static SecondSource Of(DataCheck tape)
    {
        var source = tape.Store.List().First(entry => entry.Data.Instrument == tape.Instrument.Symbol && entry.Data.Kind == tape.Name).Data.Source;
        return new SecondSource(source[(source.LastIndexOf('/') + 1)..], tape);
    }
}
