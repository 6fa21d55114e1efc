using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>What a session heard of one instrument and kind, as a tape: each at the instant it came in.</summary>
/// <param name="folder">The session.</param>
/// <param name="market">The instrument's number in it.</param>
/// <param name="instrument">The instrument.</param>
/// <param name="countOf">How many events an input is; 0 for one of another kind.</param>
/// <param name="add">Adds one of them to a batch.</param>
sealed class JournalTape<TBatch>(SessionFolder folder, int market, Instrument instrument, Func<Input, int> countOf, Action<TBatch, Input, int> add) : ICursor<TBatch>
    where TBatch : IBatch
{
    readonly JournalReader reader = JournalReader.Open(folder.Journal);
    Input heard;
    int count;
    int at;

    /// <inheritdoc/>
    public Instrument Instrument => instrument;

    /// <inheritdoc/>
    public bool Read(TBatch into)
    {
        into.Count = 0;
        while (into.Count < into.Times.Length && (at < count || Next()))
        {
            add(into, heard, at++);
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
            if (line.IsInput && line.Input is var input && input.Market == market && countOf(input) is var events and > 0)
            {
                (heard, count, at) = (input, events, 0);
                return true;
            }
        }

        return false;
    }
}
