namespace Workbench.Platform.Journals;

/// <summary>The journals under one folder: what there is, what may go.</summary>
/// <param name="root">Folder that holds a folder for each journal.</param>
/// <param name="disk">Where it writes; null for the real disk.</param>
public sealed class JournalStore(string root, IJournalDisk? disk = null)
{
    const string Going = ".going-";

    readonly IJournalDisk disk = disk ?? JournalDisk.Instance;

    /// <summary>Folder of a journal.</summary>
    public string PathOf(string name) => Path.Combine(root, name);

    /// <summary>All journals, the one written last at the end.</summary>
    public IReadOnlyList<JournalInfo> List() => !Directory.Exists(root) ? [] :
    [
        .. Directory.EnumerateDirectories(root)
            .Where(path => !Path.GetFileName(path).StartsWith('.') && File.Exists(new JournalFolder(path).LockFile))
            .Select(Look).OrderBy(journal => journal.LastWrite).ThenBy(journal => journal.Name, StringComparer.Ordinal),
    ];

    /// <summary>Removes journals until the rest is within bounds.</summary>
    /// <param name="retention">The bounds.</param>
    /// <param name="now">The time at hand, UTC.</param>
    /// <returns>What was removed.</returns>
    public IReadOnlyList<JournalInfo> Retain(JournalRetention retention, DateTime now)
    {
        RemoveHalfRemoved();
        var journals = List();
        var total = journals.Sum(journal => journal.Bytes);
        var removed = new List<JournalInfo>();
        foreach (var journal in journals.Where(journal => !journal.IsActive))
        {
            if ((total > retention.MostBytes || now - journal.LastWrite > retention.MaxAge) && TryRemove(journal))
            {
                total -= journal.Bytes;
                removed.Add(journal);
            }
        }

        return removed;
    }

    /// <summary>The segments of a journal that are complete, the oldest first; also while it is being written.</summary>
    public static IReadOnlyList<JournalSegment> SealedSegments(string journal)
    {
        var folder = new JournalFolder(journal);
        var headers = folder.Segments(folder.Start()).ConvertAll(number => SegmentHeader.Read(folder.Segment(number)));
        return [.. headers.Zip(headers.Skip(1), (segment, next) => Sealed(folder.Segment(segment.Segment), segment, next))];
    }

    /// <summary>
    /// Removes the oldest segment of a journal, when its contents are safe elsewhere. What is left can still be verified: where
    /// it begins and with which head of the chain is written down before the segment goes.
    /// </summary>
    /// <exception cref="WorkbenchException">It is not the oldest, or not complete.</exception>
    public void Drop(string journal, JournalSegment segment)
    {
        var folder = new JournalFolder(journal);
        if (SealedSegments(journal).FirstOrDefault()?.Number != segment.Number)
        {
            throw PlatformErrors.CannotDrop(segment.Path);
        }

        var draft = JournalFolder.Draft(folder.StartFile);
        disk.Delete(draft);
        using (var start = disk.Create(draft))
        {
            start.Write(SegmentHeader.Read(folder.Segment(segment.Number + 1)).ToBytes(), 0);
            start.Sync();
        }

        disk.Rename(draft, folder.StartFile);
        disk.Delete(segment.Path);
    }

    static JournalSegment Sealed(string path, SegmentHeader segment, SegmentHeader next) =>
        new(segment.Segment, path, segment.FirstRecord, next.FirstRecord - segment.FirstRecord, new FileInfo(path).Length);

    static JournalInfo Look(string path)
    {
        var folder = new JournalFolder(path);
        var files = folder.Numbers().ConvertAll(number => new FileInfo(folder.Segment(number)));
        using var held = JournalLock.TryTake(folder);
        return new(Path.GetFileName(path), path, files.Count, files.Sum(file => file.Length), File.GetCreationTimeUtc(folder.LockFile),
            files.Count > 0 ? files.Max(file => file.LastWriteTimeUtc) : Directory.GetLastWriteTimeUtc(path), held is null);
    }

    // Under the lock, so that no session can begin to write what is going; under another name first, so that a crash leaves
    // no half of a journal behind that looks like one.
    bool TryRemove(JournalInfo journal)
    {
        using var held = JournalLock.TryTake(new JournalFolder(journal.Path));
        if (held is null)
        {
            return false;
        }

        var going = Path.Combine(root, Going + journal.Name);
        Directory.Move(journal.Path, going);
        Directory.Delete(going, recursive: true);
        return true;
    }

    void RemoveHalfRemoved()
    {
        foreach (var going in Directory.Exists(root) ? Directory.GetDirectories(root, Going + "*") : [])
        {
            Directory.Delete(going, recursive: true);
        }
    }
}
