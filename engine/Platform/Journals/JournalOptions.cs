namespace Workbench.Platform.Journals;

/// <summary>Sizes of a journal.</summary>
public sealed record JournalOptions
{
    /// <summary>Bytes after which a new segment is begun; one block more than that at most. Default 64 MB.</summary>
    public long SegmentBytes { get; init; } = 64L << 20;

    /// <summary>Bytes set aside for the time when the disk is full: room for cancellations and the way out. Default 4 MB, 0 for none.</summary>
    public int ReserveBytes { get; init; } = 4 << 20;

    /// <summary>Bytes that all segments of the journal may take, as if the disk were that large. Default: no bound but the disk.</summary>
    public long MostBytes { get; init; } = long.MaxValue;

    /// <summary>Bytes of records that are held in memory before they are handed to the system. Default 256 KB.</summary>
    public int BufferBytes { get; init; } = 256 << 10;
}
