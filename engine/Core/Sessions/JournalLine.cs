namespace Workbench.Core;

/// <summary>One record of a session's journal, read back.</summary>
public readonly ref struct JournalLine(ReadOnlySpan<byte> record)
{
    readonly ReadOnlySpan<byte> record = record;

    /// <summary>Whether it says what session it is.</summary>
    public bool IsHeader => record[0] == Recorder.Header;

    /// <summary>Whether it holds what the session put out.</summary>
    public bool IsOutput => record[0] == Recorder.Output;

    /// <summary>Whether it holds an input.</summary>
    public bool IsInput => !IsHeader && !IsOutput;

    /// <summary>What follows the first byte of a header or an output.</summary>
    public ReadOnlySpan<byte> Content => record[1..];

    /// <summary>The input.</summary>
    public Input Input => InputCodec.Read(record);
}
