namespace Workbench.Data.Compression;

/// <summary>A stream that is not whole, sound LZMA. The importer adds the file's name.</summary>
/// <param name="reason">What is wrong, as the end of a sentence.</param>
/// <param name="offset">Byte of the stream at which it was noticed.</param>
public sealed class LzmaException(string reason, long offset) : Exception(reason)
{
    /// <summary>Byte of the stream at which it was noticed.</summary>
    public long Offset { get; } = offset;
}
