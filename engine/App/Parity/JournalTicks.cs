using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>The quotes that a session heard of one instrument, as a tape: each at the instant it came in.</summary>
sealed class JournalTicks(SessionFolder folder, int market, Instrument instrument) : ICursor<TickBatch>
{
    readonly JournalReader reader = JournalReader.Open(folder.Journal);

    /// <inheritdoc/>
    public Instrument Instrument => instrument;

    /// <inheritdoc/>
    public bool Read(TickBatch into)
    {
        into.Count = 0;
        while (into.Count < TickBatch.Capacity && reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput && line.Input is { Kind: InputKind.Tick } tick && tick.Market == market)
            {
                into.Add(tick.Time, tick.A, tick.B, tick.C, tick.D);
            }
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
