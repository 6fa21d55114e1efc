using System.Buffers.Binary;
using System.Text;

namespace Workbench.Core;

/// <summary>Reads back what <see cref="RecordWriter"/> wrote.</summary>
ref struct RecordReader(ReadOnlySpan<byte> record)
{
    ReadOnlySpan<byte> rest = record;

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => rest;

    public byte Byte() => Take(1)[0];

    public bool Bool() => Byte() != 0;

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public decimal Decimal() => CanonicalDecimal.Read(Take(16));

    public string Text() => Encoding.UTF8.GetString(Take(Int32()));

    public OrderTerms Terms() => new(Decimal(), Decimal(), Decimal());

    ReadOnlySpan<byte> Take(int size)
    {
        var taken = rest[..size];
        rest = rest[size..];
        return taken;
    }
}
