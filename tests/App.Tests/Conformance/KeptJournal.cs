namespace Workbench.App.Tests.Conformance;

/// <summary>A journal in memory. What was appended survives the death of a process, as it does on disk.</summary>
sealed class KeptJournal : IJournal
{
    public List<byte[]> Records { get; } = [];

    public void Append(ReadOnlySpan<byte> record) => Records.Add(record.ToArray());

    public void Commit()
    {
    }
}
