using Workbench.Model;
using Workbench.Platform.Journals;

namespace Workbench.App;

/// <summary>A session's journal on disk.</summary>
sealed class FileJournal(JournalWriter writer) : IJournal, IDisposable
{
    /// <inheritdoc/>
    public void Append(ReadOnlySpan<byte> record) => writer.Append(record);

    /// <inheritdoc/>
    public void Commit() => writer.Commit();

    /// <summary>Hands all to the system: it survives the process, not the machine.</summary>
    public void Write() => writer.Write();

    /// <summary>Whether the disk is full, and it lives off what was set aside.</summary>
    public bool IsLow => writer.State != JournalState.Ready;

    /// <summary>Looks whether there is room again.</summary>
    public bool TryRestore() => writer.TryRestore();

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
