using Workbench.Data.Lake;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Fetches a stretch of the lake once more: what its source says now goes in, what it said before stays as a revision.</summary>
sealed class SourceRepair(Workspace workspace, ParquetLake lake, StoredKind tape, Terminal terminal)
{
    /// <summary>Fetches it.</summary>
    /// <param name="source">Whom to ask.</param>
    /// <param name="range">What to fetch; without ends, all that is stored.</param>
    /// <param name="again">The command, for whoever is told what is still missing.</param>
    /// <param name="cancel">Ends it; what was imported until then stands.</param>
    /// <returns>What to write into the instrument's record of repairs; null where the source says what it said before.</returns>
    /// <exception cref="WorkbenchException">The source did not give all of it.</exception>
    public AuditEntry? Run(string source, TimeRange range, string again, CancellationToken cancel)
    {
        var before = lake.Describe(tape.Instrument, tape.Kind, tape.Bars, range);
        var asked = new TimeRange(range.From == long.MinValue ? before.From : range.From, range.To == long.MaxValue ? before.To : range.To);
        using var bar = new FetchBar(terminal);
        var room = new SourceRoom(workspace, bar.Say);
        var request = new FetchRequest(new DataWant(tape.Instrument, tape.Kind, tape.Bars, asked)) { Source = source, Refresh = true };
        var result = room.Fetch(source, lake, bar.Show).Run(request, cancel).GetAwaiter().GetResult();
        var entry = Entry(source, before, asked, result);
        if (!result.Missing.IsEmpty)
        {
            if (entry is not null)
            {
                new AuditTrail(lake, tape.Instrument.Symbol, terminal.Warn).Append(entry);
            }

            throw RouteErrors.Missing(result.Want, result.Missing, result.Why.Select(VaultRoom.Secrets.Scrub), again);
        }

        return entry;
    }

    AuditEntry? Entry(string source, DataIdentity before, TimeRange asked, FetchResult result)
    {
        var after = lake.Describe(tape.Instrument, tape.Kind, tape.Bars, asked);
        var now = lake.Revisions(tape.Instrument.Symbol, tape.Name)[^1].Number;
        return after.Sha256 == before.Sha256 ? null : new AuditEntry(
            tape.Name, [$"fetched again from {source}, {UtcNanos.ToIso(asked.From)} to {UtcNanos.ToIso(asked.To)}"], (int)Math.Min(result.Stored.Count, int.MaxValue), before.Sha256, after.Sha256, now);
    }
}
