using System.Buffers.Binary;

namespace Workbench.Data.Parquet;

/// <summary>Unpacks Snappy's raw format: literals, and copies of what was unpacked before.</summary>
static class Snappy
{
    /// <summary>Most bytes that a packed byte can become: a copy of three bytes gives 64.</summary>
    public const int MostPerByte = 64;

    /// <summary>Unpacks exactly as many bytes as the target has.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, Span<byte> target)
    {
        if (Varint(ref packed) != (ulong)target.Length)
        {
            throw Damaged("it does not have the length that its page says");
        }

        var done = 0;
        while (packed.Length > 0)
        {
            var tag = packed[0];
            packed = packed[1..];
            done += (tag & 3) == 0 ? Literal(tag, ref packed, target[done..]) : Copy(tag, ref packed, target, done);
        }

        if (done != target.Length)
        {
            throw Damaged("it ends too early");
        }
    }

    static int Literal(byte tag, ref ReadOnlySpan<byte> packed, Span<byte> target)
    {
        var length = (tag >> 2) + 1L;
        if (length > 60)
        {
            // 61 to 64: the length follows in one to four bytes.
            length = Take(ref packed, (int)length - 60) + 1L;
        }

        if (length > packed.Length || length > target.Length)
        {
            throw Damaged("a literal reaches beyond the end");
        }

        packed[..(int)length].CopyTo(target);
        packed = packed[(int)length..];
        return (int)length;
    }

    static int Copy(byte tag, ref ReadOnlySpan<byte> packed, Span<byte> target, int done)
    {
        var (length, offset) = (tag & 3) switch
        {
            1 => ((tag >> 2 & 7) + 4, (uint)(tag >> 5) << 8 | Take(ref packed, 1)),
            2 => ((tag >> 2) + 1, Take(ref packed, 2)),
            _ => ((tag >> 2) + 1, Take(ref packed, 4)),
        };
        if (offset == 0 || offset > done || length > target.Length - done)
        {
            throw Damaged("a copy reaches beyond the ends");
        }

        Overlap.Copy(target, done, (int)offset, length);
        return length;
    }

    static uint Take(ref ReadOnlySpan<byte> packed, int count)
    {
        if (packed.Length < count)
        {
            throw Damaged("it ends too early");
        }

        Span<byte> value = stackalloc byte[4];
        value.Clear();
        packed[..count].CopyTo(value);
        packed = packed[count..];
        return BinaryPrimitives.ReadUInt32LittleEndian(value);
    }

    static ulong Varint(ref ReadOnlySpan<byte> packed)
    {
        ulong value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var part = Take(ref packed, 1);
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Damaged("it has no length");
    }

    static InvalidDataException Damaged(string cause) => new($"a page's Snappy stream is damaged: {cause}");
}
