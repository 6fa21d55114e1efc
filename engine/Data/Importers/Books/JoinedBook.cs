namespace Workbench.Data.Importers.Books;

/// <summary>Messages with numbers, joined and followed over all files of a tape, and put through the gate.</summary>
sealed class JoinedBook
{
    readonly BookJoin<BookLine> join;
    DepthGate gate = null!;
    long row;
    long time;

    /// <param name="isChained">By the rule of futures.</param>
    public JoinedBook(bool isChained) => join = new BookJoin<BookLine>(isChained, Apply, _ => gate.Gap(time));

    /// <summary>Takes a message, which may be kept until a snapshot comes.</summary>
    public void Take(BookLine line, DepthGate into, long at)
    {
        (gate, row) = (into, at);
        if (line.IsSnapshot)
        {
            time = Math.Max(time, line.Time);
            join.Snapshot(line);
        }
        else
        {
            time = join.IsLive ? line.Time : Math.Max(time, line.Time);
            join.Change(line);
        }

        if (!join.IsLive && !line.IsSnapshot)
        {
            gate.Hold(line.Levels.Count, row);
        }
    }

    // What was kept for the snapshot was not known before it: it counts as of the newest message.
    void Apply(BookLine line, DepthFlags first) => gate.Add(time, first == DepthFlags.Snapshot, line.Levels, row);
}
