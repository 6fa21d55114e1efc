using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A tape that another one is compared with.</summary>
/// <param name="Name">What to call it: where its data came from.</param>
/// <param name="Tape">The tape.</param>
sealed record SecondSource(string Name, DataCheck Tape)
{
    /// <summary>The tape that <c>--against</c> names: the finest of the instrument in another lake, or a source or a kind of the same lake.</summary>
    /// <exception cref="WorkbenchException">WB4471: there is none.</exception>
    public static SecondSource Find(Workspace workspace, DataCheck tape, string against)
    {
        if (Directory.Exists(against))
        {
            return Of(DataCheck.Of(workspace.OpenLake(against), tape.Instrument.Symbol));
        }

        List<StoreEntry> others = [.. tape.Lake.List().Where(entry => entry.Data.Instrument == tape.Instrument.Symbol && entry.Data.Kind != tape.Name)];
        var found = others.Find(entry => entry.Data.Kind == against || entry.Data.Source.Split('+').Contains(against, StringComparer.OrdinalIgnoreCase));
        return found is not null && DataCheck.Of(tape.Lake, found) is { } other
            ? Of(other)
            : throw DataGateErrors.NoSuchSource(against, tape.Instrument.Symbol, others.Count == 0 ? ["nothing else"] : others.Select(entry => $"{entry.Data.Kind} of {entry.Data.Source}"));
    }

    // Formats put themselves before the vendor: "lean forex/oanda" is oanda's.
    static SecondSource Of(DataCheck tape)
    {
        var source = tape.Lake.List().First(entry => entry.Data.Instrument == tape.Instrument.Symbol && entry.Data.Kind == tape.Name).Data.Source;
        return new SecondSource(source[(source.LastIndexOf('/') + 1)..], tape);
    }
}
