using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Workbench.Model;

/// <summary>SHA-256 over the numbers and texts of a tape, column by column, so that neither encoding nor batches nor files matter.</summary>
public sealed class ContentHash : IDisposable
{
    readonly IncrementalHash[] columns;

    /// <summary>A hash over so many columns, of nothing yet.</summary>
    public ContentHash(int count) =>
        columns = [.. Enumerable.Range(0, count).Select(_ => IncrementalHash.CreateHash(HashAlgorithmName.SHA256))];

    /// <summary>How many columns.</summary>
    public int Columns => columns.Length;

    /// <summary>Adds a text to a column.</summary>
    public void Add(int column, ReadOnlySpan<byte> text) => columns[column].AppendData(text);

    /// <summary>Adds the next values of a column, as 64-bit little-endian integers.</summary>
    public void Add(int column, ReadOnlySpan<long> values) => columns[column].AppendData(MemoryMarshal.AsBytes(values));

    /// <summary>Hex hash of the hashes of the columns.</summary>
    public string Finish() => Convert.ToHexStringLower(SHA256.HashData([.. columns.SelectMany(column => column.GetHashAndReset())]));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var column in columns)
        {
            column.Dispose();
        }
    }
}
