namespace Workbench.Platform.Journals;

/// <summary>The torn end of a journal: what a crash left of a record that was being written. It was never committed.</summary>
/// <param name="File">The last segment.</param>
/// <param name="Offset">Byte at which the last whole record ends.</param>
/// <param name="Record">Number that the torn record would have had.</param>
/// <param name="BytesCut">Bytes behind the last whole record.</param>
public sealed record JournalTail(string File, long Offset, long Record, long BytesCut)
{
    /// <summary>The sentence that a log or a preflight shows.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"The end of {File} was torn: {BytesCut} bytes behind byte {Offset} were cut, where record {Record} had begun.");
}
