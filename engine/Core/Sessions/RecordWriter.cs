using System.Buffers.Binary;
using System.Text;

namespace Workbench.Core;

/// <summary>Writes one record of a session's journal, in a layout that no culture, runtime or machine can change. The buffer is used again.</summary>
sealed class RecordWriter
{
    byte[] buffer = new byte[512];
    int used;

    /// <summary>The record so far; valid until the next one is begun.</summary>
    public ReadOnlySpan<byte> Record => buffer.AsSpan(0, used);

    /// <summary>Begins a record.</summary>
    public void Begin() => used = 0;

    public void Byte(byte value) => Take(1)[0] = value;

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void Decimal(decimal value) => CanonicalDecimal.Write(Take(16), value);

    public void Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Int32(length);
        Encoding.UTF8.GetBytes(value, Take(length));
    }

    public void Terms(OrderTerms terms)
    {
        Decimal(terms.OrderQty);
        Decimal(terms.Price);
        Decimal(terms.StopPx);
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    /// <summary>A list: its length, then each item.</summary>
    public void List<T>(IReadOnlyList<T> items, Action<T> item)
    {
        Int32(items.Count);
        foreach (var each in items)
        {
            item(each);
        }
    }

    Span<byte> Take(int size)
    {
        if (used + size > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + size));
        }

        used += size;
        return buffer.AsSpan(used - size, size);
    }
}
