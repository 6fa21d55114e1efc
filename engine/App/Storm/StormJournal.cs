using Workbench.Model;

namespace Workbench.App;

/// <summary>A journal in memory that knows what a crash leaves of it.</summary>
/// <param name="flushes">Whether it keeps its promise; where not, that is the planted bug.</param>
sealed class StormJournal(bool flushes) : IJournal
{
    int safe;

    /// <summary>The records, oldest first.</summary>
    public List<byte[]> Records { get; } = [];

    public void Append(ReadOnlySpan<byte> record) => Records.Add(record.ToArray());

    public void Commit() => safe = flushes ? Records.Count : safe;

    /// <summary>The machine stops: nothing that was not made safe need be there, some of it may.</summary>
    public void Crash(SeededRandom dice)
    {
        var kept = safe + dice.Next(Records.Count - safe + 1);
        Records.RemoveRange(kept, Records.Count - kept);
        safe = kept;
    }
}
