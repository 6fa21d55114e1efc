using System.Buffers.Binary;
using System.Text;

namespace Workbench.Data.Parquet;

/// <summary>Bytes that grow at the end; used again and again, so that writing a file settles at no allocation.</summary>
sealed class ByteSink
{
    byte[] bytes = new byte[4_096];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>The next bytes, to be filled by the caller.</summary>
    public Span<byte> Take(int count)
    {
        if (bytes.Length - Length < count)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }

        var taken = bytes.AsSpan(Length, count);
        Length += count;
        return taken;
    }

    public void Add(byte value) => Take(1)[0] = value;

    public void Add(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    public void AddInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void AddInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void AddVarint(ulong value)
    {
        while (value >= 0x80)
        {
            Add((byte)(value & 0x7F | 0x80));
            value >>= 7;
        }

        Add((byte)value);
    }

    public void AddZigZag(long value) => AddVarint(unchecked((ulong)(value << 1 ^ value >> 63)));

    /// <summary>Text behind its length as a varint.</summary>
    public void AddText(string value)
    {
        var count = Encoding.UTF8.GetByteCount(value);
        AddVarint((ulong)count);
        Encoding.UTF8.GetBytes(value, Take(count));
    }
}
