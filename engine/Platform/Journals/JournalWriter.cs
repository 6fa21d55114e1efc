using Workbench.Platform.Files;

namespace Workbench.Platform.Journals;

/// <summary>
/// Writes a journal: records are appended in memory, handed to the system with <see cref="Write"/> (they survive a crash of
/// this process) and made durable with <see cref="Commit"/> (they survive a power cut). For one thread; one writer per folder.
/// </summary>
/// <remarks>
/// Opening goes on with what is there: a torn end is cut and reported in <see cref="Repaired"/>, all else that is wrong refuses.
/// When the disk is full the reserve is given up and the state becomes <see cref="JournalState.Low"/>: the session still journals
/// its cancellations and its way out.
/// </remarks>
public sealed class JournalWriter : IDisposable
{
    readonly JournalFolder folder;
    readonly FileStream held;
    readonly SegmentRow row;
    Chain chain;
    byte[] buffer;
    int used;
    int chained;
    bool isDirty;

    JournalWriter(JournalFolder folder, FileStream held, JournalOptions options, IJournalDisk disk)
    {
        this.folder = folder;
        this.held = held;
        row = new SegmentRow(folder, options, disk);
        buffer = new byte[Math.Max(options.BufferBytes, 4096)];
        chain = new Chain(SegmentHeader.First.Chain.Span);
    }

    /// <summary>Folder of the journal.</summary>
    public string Folder => folder.Path;

    /// <summary>Number of the last record appended; 0 where there is none.</summary>
    public long LastNumber { get; private set; }

    /// <summary>Number of the last record that is durable.</summary>
    public long CommittedNumber { get; private set; }

    /// <summary>The torn end that opening cut; null where there was none.</summary>
    public JournalTail? Repaired { get; private set; }

    /// <summary>How it stands with the disk.</summary>
    public JournalState State => row.State;

    /// <summary>Bytes of all segments on disk.</summary>
    public long Bytes => row.Bytes;

    /// <summary>Head of the chain at the last commit, 64 hexadecimal letters.</summary>
    public string ChainHead => Convert.ToHexStringLower(chain.Head);

    /// <summary>Opens a journal or begins one.</summary>
    /// <param name="path">Its folder; made where it is not there, for its owner alone.</param>
    /// <param name="options">Sizes; null for the defaults.</param>
    /// <param name="disk">Where it writes; null for the real disk.</param>
    /// <exception cref="WorkbenchException">Somebody else writes it, or it is damaged, or the disk refuses.</exception>
    /// <exception cref="JournalFullException">There is no room to begin one.</exception>
    public static JournalWriter Open(string path, JournalOptions? options = null, IJournalDisk? disk = null)
    {
        MakeFolder(path);
        var folder = new JournalFolder(path);
        var held = JournalLock.Take(folder);
        var writer = new JournalWriter(folder, held, options ?? new JournalOptions(), disk ?? JournalDisk.Instance);
        try
        {
            writer.GoOn();
            return writer;
        }
        catch
        {
            writer.LetGo();
            throw;
        }
    }

    /// <summary>Appends a record. It is in memory then and nowhere else; costs no allocation and, but for each time the buffer is full, no call to the system.</summary>
    /// <param name="record">At most 1 MB.</param>
    /// <returns>Its number.</returns>
    /// <exception cref="JournalFullException">There is no room on disk, and the buffer is full too. The record was not taken.</exception>
    public long Append(ReadOnlySpan<byte> record)
    {
        var size = Frame.Overhead + record.Length;
        if (size > buffer.Length - used - Frame.SealSize)
        {
            MakeRoom(size);
        }

        used += Frame.Write(buffer.AsSpan(used), record, isSeal: false);
        return ++LastNumber;
    }

    /// <summary>Hands all that was appended to the system: it survives the end of this process, however that comes.</summary>
    /// <exception cref="JournalFullException">There is no room. The records wait in memory.</exception>
    public void Write()
    {
        if (used == 0)
        {
            return;
        }

        AddToChain();
        row.Write(buffer.AsSpan(0, used));
        (used, chained) = (0, 0);
        isDirty = true;
        if (row.IsSegmentFull)
        {
            Roll();
        }
    }

    /// <summary>Makes all that was appended durable, under a seal of the chain.</summary>
    /// <exception cref="JournalFullException">There is no room. The records wait in memory.</exception>
    /// <exception cref="WorkbenchException">The disk failed, and what it holds is unknown: start again.</exception>
    public void Commit()
    {
        Seal();
        Write();
        Sync();
    }

    /// <summary>Looks whether there is room again, after the disk was full: writes what waits and sets the reserve aside anew.</summary>
    /// <returns>Whether the journal is <see cref="JournalState.Ready"/>.</returns>
    public bool TryRestore()
    {
        try
        {
            row.Recount();
            Commit();
            return row.TryRestore();
        }
        catch (JournalFullException)
        {
            return false;
        }
    }

    /// <summary>Commits what can be committed and closes the journal. Who must know whether it could calls <see cref="Commit"/> before.</summary>
    public void Dispose()
    {
        try
        {
            if (row.State != JournalState.Broken)
            {
                Commit();
            }
        }
        catch (JournalFullException)
        {
            // Where there is no room there is none; an exception from here would hide the one that ended the session.
        }
        finally
        {
            LetGo();
        }
    }

    static void MakeFolder(string path)
    {
        try
        {
            PrivateFile.MakeFolder(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw PlatformErrors.JournalCannotWrite(path, e);
        }
    }

    void GoOn()
    {
        row.Sweep();
        using var reader = JournalReader.OpenLast(folder.Path);
        while (reader.Read())
        {
            // Only the end is wanted: the number, the head of the chain, the place to go on at.
        }

        LastNumber = reader.Number;
        CommittedNumber = reader.CommittedNumber;
        Repaired = reader.Tail;
        chain.Dispose();
        chain = reader.HandOver();
        if (reader.Segment == 0)
        {
            if (!row.TryBegin(SegmentHeader.First))
            {
                throw new JournalFullException(folder.Path);
            }
        }
        else
        {
            row.GoOn(reader.Segment, reader.End, cut: Repaired is not null);
        }

        // What a crash left whole but unsealed was never promised to anyone; from here on it is.
        isDirty = chain.IsOpen || Repaired is not null;
        Commit();
        row.TryRestore();
    }

    void MakeRoom(int size)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Frame.MaxPayload + Frame.Overhead);
        Write();
        if (size + Frame.SealSize > buffer.Length)
        {
            buffer = new byte[size + Frame.SealSize];
        }
    }

    void AddToChain()
    {
        chain.Add(buffer.AsSpan(chained, used - chained));
        chained = used;
    }

    /// <summary>Ends the block at hand, in memory: Append always leaves room for it.</summary>
    void Seal()
    {
        AddToChain();
        if (!chain.IsOpen)
        {
            return;
        }

        // A seal that could not be written for want of room waits in the buffer as the records do; there is room for one more
        // only where records came behind it, and Append sees to that.
        chain.Seal();
        used += Frame.Write(buffer.AsSpan(used), chain.Head, isSeal: true);
        chained = used;
    }

    void Sync()
    {
        if (isDirty)
        {
            row.Sync();
            isDirty = false;
        }

        CommittedNumber = LastNumber;
    }

    // A segment ends with a seal and is durable before the next one names it. Where there is no room for a new one the old one
    // simply goes on, and the next write tries again.
    void Roll()
    {
        Seal();
        row.Write(buffer.AsSpan(0, used));
        (used, chained) = (0, 0);
        Sync();
        row.TryBegin(new SegmentHeader(row.Segment + 1, LastNumber + 1, chain.Head.ToArray()));
    }

    void LetGo()
    {
        row.Dispose();
        chain.Dispose();
        held.Dispose();
    }
}
