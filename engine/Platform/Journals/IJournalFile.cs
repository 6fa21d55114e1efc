namespace Workbench.Platform.Journals;

/// <summary>A file as the journal needs it: written at a place, made durable, cut.</summary>
public interface IJournalFile : IDisposable
{
    /// <summary>Hands bytes to the system. A failure may leave some of them in the file.</summary>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Returns when all that was written would survive a power cut.</summary>
    void Sync();

    /// <summary>Cuts the file.</summary>
    void Truncate(long length);
}
