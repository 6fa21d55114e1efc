using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>The prints that a session heard of one instrument, as a tape: each at the instant it came in.</summary>
sealed class JournalTrades(SessionFolder folder, int market, Instrument instrument) : ICursor<TradeBatch>
{
    readonly JournalReader reader = JournalReader.Open(folder.Journal);

    /// <inheritdoc/>
    public Instrument Instrument => instrument;

    /// <inheritdoc/>
    public bool Read(TradeBatch into)
    {
        into.Count = 0;
        while (into.Count < TradeBatch.Capacity && reader.Read())
        {
            var line = new JournalLine(reader.Record);
            if (line.IsInput && line.Input is { Kind: InputKind.Trade } trade && trade.Market == market)
            {
                into.Add(trade.Time, trade.A, trade.B, (Side)trade.C);
            }
        }

        return into.Count > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();
}
