using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Workbench.Data.Lake;

/// <summary>SHA-256 over the numbers and texts of a tape, column by column, so that neither encoding nor batches nor files matter.</summary>
sealed class ContentHash : IDisposable
{
    readonly IncrementalHash[] columns;

    public ContentHash(int count) =>
        columns = [.. Enumerable.Range(0, count).Select(_ => IncrementalHash.CreateHash(HashAlgorithmName.SHA256))];

    public int Columns => columns.Length;

    public void Add(int column, ReadOnlySpan<byte> text) => columns[column].AppendData(text);

    public void Add(int column, ReadOnlySpan<long> values) => columns[column].AppendData(MemoryMarshal.AsBytes(values));

    /// <summary>Hex hash of the hashes of the columns.</summary>
    public string Finish() => Convert.ToHexStringLower(SHA256.HashData([.. columns.SelectMany(column => column.GetHashAndReset())]));

    public void Dispose()
    {
        foreach (var column in columns)
        {
            column.Dispose();
        }
    }
}
