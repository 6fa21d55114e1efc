namespace Workbench.Platform.Journals;

/// <summary>How much of the past is kept. Whole journals go, the oldest first, and never one that is being written.</summary>
public sealed record JournalRetention
{
    /// <summary>Bytes that all journals together may take. Default: no bound.</summary>
    public long MostBytes { get; init; } = long.MaxValue;

    /// <summary>How long after its last write a journal is kept. Default: for ever.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.MaxValue;
}
