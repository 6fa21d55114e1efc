using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>The messages of an order book that a session heard of one instrument, as a tape: each at the instant it came in.</summary>
sealed class JournalDepth(SessionFolder folder, int market, Instrument instrument) : ICursor<DepthBatch>
{
    readonly JournalReader reader = JournalReader.Open(folder.Journal);
    IReadOnlyList<DepthChange> rows = [];
    long time;
    int at;

    /// <inheritdoc/>
    public Instrument Instrument => instrument;

    /// <inheritdoc/>
    public bool Read(DepthBatch into)
    {
        into.Count = 0;
        while (into.Count < DepthBatch.Capacity && (at < rows.Count || Next()))
        {
            var row = rows[at++];
            into.Add(time, row.Side, row.Price, row.Size, row.Flags);
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    bool Next()
    {
        while (reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput && line.Input is { Kind: InputKind.Depth, Body: IReadOnlyList<DepthChange> { Count: > 0 } message } depth && depth.Market == market)
            {
                (rows, time, at) = (message, depth.Time, 0);
                return true;
            }
        }

        return false;
    }
}
