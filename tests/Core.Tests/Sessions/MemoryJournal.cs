namespace Workbench.Core.Tests.Sessions;

/// <summary>A journal in memory that knows what would survive a crash.</summary>
sealed class MemoryJournal : IJournal
{
    public List<byte[]> Records { get; } = [];

    public int Safe { get; private set; }

    public void Append(ReadOnlySpan<byte> record) => Records.Add(record.ToArray());

    public void Commit() => Safe = Records.Count;

    /// <summary>The machine stops: what was not committed is gone.</summary>
    public void Crash() => Records.RemoveRange(Safe, Records.Count - Safe);
}
