namespace Workbench.Platform.Journals;

/// <summary>
/// Reads a journal from its beginning, or from a record on, and believes nothing: every record's checksum, every seal of the
/// chain and every passage from one segment to the next is checked. A torn end is left out and reported; damage before it
/// stops the reading with its place. It changes nothing, and may read while the journal is being written.
/// </summary>
public sealed class JournalReader : IDisposable
{
    readonly JournalFolder folder;
    readonly List<int> segments;
    readonly Chain chain;
    SegmentReader? segment;
    byte[]? window;
    int place;
    bool isHandedOver;

    JournalReader(JournalFolder folder, List<int> segments, int place, SegmentHeader header)
    {
        this.folder = folder;
        this.segments = segments;
        this.place = place;
        chain = new Chain(header.Chain.Span);
        Number = header.FirstRecord - 1;
        CommittedNumber = Number;
        if (segments.Count > 0)
        {
            segment = new SegmentReader(folder.Segment(segments[place]), chain, window);
            SealedEnd = segment.Offset;
            End = segment.Offset;
        }
    }

    /// <summary>Number of the record at hand; at the end, of the last one. The first record of a journal is 1.</summary>
    public long Number { get; private set; }

    /// <summary>The record at hand, until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<byte> Record => segment!.Payload;

    /// <summary>Number of the last record under a seal: it and all before it were committed.</summary>
    public long CommittedNumber { get; private set; }

    /// <summary>The torn end that was left out; null where there is none, or while it was not reached.</summary>
    public JournalTail? Tail { get; private set; }

    /// <summary>Head of the chain at the last seal that was read, 64 hexadecimal letters. Two journals with one head hold the same.</summary>
    public string ChainHead => Convert.ToHexStringLower(chain.Head);

    /// <summary>Offset in the last segment behind its last whole frame.</summary>
    internal long End { get; private set; }

    /// <summary>Offset in the last segment behind its last seal.</summary>
    internal long SealedEnd { get; private set; }

    /// <summary>Number of the segment at hand.</summary>
    internal int Segment => segments.Count > 0 ? segments[place] : 0;

    /// <summary>Opens a journal for reading.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="fromRecord">Number of the first record that is wanted; what lies in segments before it is not read, and so not checked.</param>
    /// <exception cref="WorkbenchException">There is none, or a segment of it is missing, or damaged.</exception>
    public static JournalReader Open(string path, long fromRecord = 1)
    {
        var reader = Open(path, headers => headers.FindLastIndex(header => header.FirstRecord <= fromRecord));
        while (reader.Number < fromRecord - 1 && reader.Read())
        {
            // Numbers are counted, not stored, so those before are passed one by one.
        }

        return reader;
    }

    /// <summary>Opens the last segment alone: what a writer has to know before it goes on.</summary>
    internal static JournalReader OpenLast(string path) => Open(path, headers => headers.Count - 1);

    /// <summary>Goes on to the next record.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="WorkbenchException">The journal is damaged here.</exception>
    public bool Read()
    {
        while (segment is not null && Tail is null)
        {
            var at = segment.Offset;
            switch (segment.Next())
            {
                case FrameKind.Record:
                    Number++;
                    End = segment.Offset;
                    return true;
                case FrameKind.Seal:
                    CheckSeal(at);
                    break;
                case FrameKind.End when place + 1 < segments.Count:
                    NextSegment();
                    break;
                case FrameKind.End:
                    return false;
                default:
                    CutOrRefuse();
                    break;
            }
        }

        return false;
    }

    /// <summary>Lets go of the files.</summary>
    public void Dispose()
    {
        segment?.Dispose();
        if (!isHandedOver)
        {
            chain.Dispose();
        }
    }

    /// <summary>Leaves the chain, as far as it was read, to the writer that goes on with it.</summary>
    internal Chain HandOver()
    {
        isHandedOver = true;
        return chain;
    }

    static JournalReader Open(string path, Func<List<SegmentHeader>, int> choose)
    {
        if (!Directory.Exists(path))
        {
            throw PlatformErrors.NoJournal(path);
        }

        var folder = new JournalFolder(path);
        var start = folder.Start();
        var segments = folder.Segments(start);
        var headers = segments.ConvertAll(number => Header(folder, number));
        if (headers.Count == 0)
        {
            return new(folder, segments, 0, start);
        }

        if (headers[0].FirstRecord != start.FirstRecord || !headers[0].Chain.Span.SequenceEqual(start.Chain.Span))
        {
            throw PlatformErrors.ChainBroken(folder.Segment(segments[0]), 0, start.FirstRecord, "it does not go on where the journal was shortened");
        }

        var place = Math.Max(0, choose(headers));
        return new(folder, segments, place, headers[place]);
    }

    static SegmentHeader Header(JournalFolder folder, int number)
    {
        var path = folder.Segment(number);
        var header = SegmentHeader.Read(path);
        return header.Segment == number ? header : throw PlatformErrors.SegmentSwapped(path, header.Segment);
    }

    void CheckSeal(long at)
    {
        var said = segment!.Payload;
        chain.Seal();
        if (!said.SequenceEqual(chain.Head))
        {
            throw PlatformErrors.ChainBroken(segment.Path, at, Number, "its seal is not that of the records before it");
        }

        CommittedNumber = Number;
        SealedEnd = End = segment.Offset;
    }

    void NextSegment()
    {
        var ended = segment!;
        if (chain.IsOpen)
        {
            throw PlatformErrors.ChainBroken(ended.Path, ended.Offset, Number, "it ends without a seal, and another segment follows");
        }

        var header = Header(folder, segments[place + 1]);
        if (header.FirstRecord != Number + 1 || !header.Chain.Span.SequenceEqual(chain.Head))
        {
            throw PlatformErrors.ChainBroken(folder.Segment(header.Segment), 0, Number + 1, "it does not go on where the segment before it ends");
        }

        place++;
        window = ended.Window;
        ended.Dispose();
        segment = new SegmentReader(folder.Segment(segments[place]), chain, window);
        SealedEnd = End = segment.Offset;
    }

    // A crash tears what was being written, and that is the end of the last segment. Whatever has a whole record behind it
    // was written whole once, and is not ours to forget.
    void CutOrRefuse()
    {
        if (place + 1 < segments.Count || segment!.HasFrameBehind())
        {
            throw PlatformErrors.RecordDamaged(segment!.Path, segment.Offset, Number + 1);
        }

        Tail = new JournalTail(segment.Path, segment.Offset, Number + 1, segment.Length - segment.Offset);
    }
}
