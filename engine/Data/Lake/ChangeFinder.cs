namespace Workbench.Data.Lake;

/// <summary>
/// Tells whether a write changed the past: every stored event must be found again among the new ones, in its order and with all its numbers.
/// Events that were added between them change nothing that was there.
/// </summary>
sealed class ChangeFinder<TBatch>(string folder, Instrument instrument, ITapeLayout<TBatch> layout)
{
    /// <summary>Time of the first stored event that is not among the new ones; null where all are.</summary>
    public long? FirstChange(IReadOnlyList<StoredFile> stored, IReadOnlyList<StoredFile> written)
    {
        foreach (var before in stored)
        {
            // The cut of files hangs on the time alone: what was in this one can only be in its successor of the same stretch.
            var stretch = layout.Partition.RangeOf(before.First);
            var after = written.Where(file => stretch.Contains(file.First)).ToList();
            if ((after.Count != 1 || after[0].Content != before.Content) && FirstMissing(before, after) is { } time)
            {
                return time;
            }
        }

        return null;
    }

    long? FirstMissing(StoredFile before, IReadOnlyList<StoredFile> after)
    {
        using var old = new EventWalk<TBatch>(Open([before]), layout);
        using var now = new EventWalk<TBatch>(Open(after), layout);
        while (old.Next())
        {
            do
            {
                if (!now.Next() || now.Time > old.Time)
                {
                    return old.Time;
                }
            }
            while (!now.IsSame(old));
        }

        return null;
    }

    ICursor<TBatch> Open(IReadOnlyList<StoredFile> files) => layout.Open(folder, instrument, files, TimeRange.All);
}
