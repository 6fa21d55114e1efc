using System.Security.Cryptography;
using Workbench.Platform.Files;

namespace Workbench.Platform.Journals;

/// <summary>The segments of a journal as its writer sees them: one that grows, those before it, the reserve, and the state of the disk.</summary>
sealed class SegmentRow(JournalFolder folder, JournalOptions options, IJournalDisk disk) : IDisposable
{
    IJournalFile? file;
    long position;
    long before;

    public JournalState State { get; private set; }

    /// <summary>Number of the segment that grows.</summary>
    public int Segment { get; private set; }

    /// <summary>Bytes of all segments.</summary>
    public long Bytes => before + position;

    public bool IsSegmentFull => position >= options.SegmentBytes;

    /// <summary>Removes what a crash left behind: drafts, and segments that were dropped but not yet deleted.</summary>
    public void Sweep()
    {
        var first = folder.Start().Segment;
        foreach (var file in folder.Drafts().Concat(folder.Numbers().Where(number => number < first).Select(folder.Segment)).ToList())
        {
            disk.Delete(file);
        }
    }

    /// <summary>Goes on in the last segment there is.</summary>
    public void GoOn(int segment, long end, bool cut)
    {
        file = disk.Open(folder.Segment(segment));
        (Segment, position) = (segment, end);
        if (cut)
        {
            file.Truncate(end);
        }

        Recount();
    }

    /// <summary>Begins a segment and lets go of the one before.</summary>
    /// <returns>False where there is no room, not even with the reserve.</returns>
    public bool TryBegin(SegmentHeader header)
    {
        var path = folder.Segment(header.Segment);
        if (!TryMake(path, header) && !(GiveUpReserve() && TryMake(path, header)))
        {
            return false;
        }

        file?.Dispose();
        file = disk.Open(path);
        (Segment, before, position) = (header.Segment, Bytes, SegmentHeader.Size);
        return true;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        // Written at a place, not at the end: what a failure left half written is written over by the next try.
        if (!TryWrite(bytes) && !(GiveUpReserve() && TryWrite(bytes)))
        {
            State = JournalState.Full;
            throw new JournalFullException(folder.Path);
        }

        position += bytes.Length;
        if (State == JournalState.Full)
        {
            State = JournalState.Low;
        }
    }

    /// <summary>Makes the segment durable. After a failed sync nobody knows what the disk holds, and to ask again would be answered with a lie.</summary>
    public void Sync()
    {
        ThrowIfBroken();
        try
        {
            file!.Sync();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Broken(e);
        }
    }

    /// <summary>Sets the reserve aside, where there is room for it.</summary>
    /// <returns>Whether all is well.</returns>
    public bool TryRestore()
    {
        if (State != JournalState.Broken)
        {
            State = TryReserve() ? JournalState.Ready : JournalState.Low;
        }

        return State == JournalState.Ready;
    }

    /// <summary>Adds up what the segments before take: some may have been dropped.</summary>
    public void Recount() => before = folder.Numbers().Where(number => number != Segment).Sum(number => SizeOf(folder.Segment(number)));

    public void Dispose() => file?.Dispose();

    static long SizeOf(string path)
    {
        var found = new FileInfo(path);
        return found.Exists ? found.Length : 0;
    }

    bool TryWrite(ReadOnlySpan<byte> bytes)
    {
        ThrowIfBroken();
        try
        {
            if (!Fits(bytes.Length))
            {
                // Segments may have been dropped since they were counted.
                Recount();
                if (!Fits(bytes.Length))
                {
                    return false;
                }
            }

            file!.Write(bytes, position);
            return true;
        }
        catch (IOException e) when (PrivateFile.IsFull(e))
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Broken(e);
        }
    }

    /// <summary>Writes a file whole under another name first: a segment with half a header is never seen.</summary>
    bool TryMake(string path, SegmentHeader header)
    {
        ThrowIfBroken();
        try
        {
            return Fits(SegmentHeader.Size) && TryMake(path, header.ToBytes());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Broken(e);
        }
    }

    bool TryMake(string path, ReadOnlySpan<byte> bytes)
    {
        var draft = JournalFolder.Draft(path);
        try
        {
            using (var made = disk.Create(draft))
            {
                made.Write(bytes, 0);
                made.Sync();
            }

            disk.Rename(draft, path);
            return true;
        }
        catch (IOException e) when (PrivateFile.IsFull(e))
        {
            disk.Delete(draft);
            return false;
        }
    }

    bool TryReserve()
    {
        if (options.ReserveBytes == 0 || SizeOf(folder.ReserveFile) >= options.ReserveBytes)
        {
            return true;
        }

        // Dice, since a file system that compresses would set nothing aside for zeros.
        return Bytes + options.ReserveBytes <= options.MostBytes && TryMake(folder.ReserveFile, RandomNumberGenerator.GetBytes(options.ReserveBytes));
    }

    bool GiveUpReserve()
    {
        if (State != JournalState.Ready || options.ReserveBytes == 0)
        {
            return false;
        }

        State = JournalState.Low;
        disk.Delete(folder.ReserveFile);
        return true;
    }

    /// <summary>Whether the journal's own bound has room; a reserve that is still set aside is kept free within it.</summary>
    bool Fits(int bytes) => Bytes + bytes <= options.MostBytes - (State == JournalState.Ready ? options.ReserveBytes : 0);

    void ThrowIfBroken()
    {
        if (State == JournalState.Broken)
        {
            throw PlatformErrors.JournalCannotWrite(folder.Path, null);
        }
    }

    WorkbenchException Broken(Exception cause)
    {
        State = JournalState.Broken;
        return PlatformErrors.JournalCannotWrite(folder.Path, cause);
    }
}
