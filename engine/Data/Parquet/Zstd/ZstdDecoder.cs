using System.Buffers.Binary;

namespace Workbench.Data.Parquet.Zstd;

/// <summary>Unpacks Zstandard (RFC 8878) without dictionaries, so that no library has to be installed for it.</summary>
static class ZstdDecoder
{
    const uint Magic = 0xFD2FB528;
    const int LargestBlock = 1 << 17;

    /// <summary>Unpacks all frames into the target from <paramref name="offset"/> on; exactly <paramref name="plainBytes"/> must come out.</summary>
    /// <param name="packed">Frames.</param>
    /// <param name="plainBytes">What is expected.</param>
    /// <param name="offset">First place in the target.</param>
    /// <param name="target">Grows with what comes out.</param>
    public static void Unpack(ReadOnlySpan<byte> packed, int plainBytes, int offset, ref byte[] target)
    {
        var at = offset;
        while (packed.Length > 0)
        {
            Frame(ref packed, offset + plainBytes, ref at, ref target);
        }

        if (at != offset + plainBytes)
        {
            throw ZstdError.Damaged("it does not have the length that its page says");
        }
    }

    static void Frame(ref ReadOnlySpan<byte> packed, int end, ref int at, ref byte[] target)
    {
        var magic = BinaryPrimitives.ReadUInt32LittleEndian(Take(ref packed, 4));
        if ((magic & 0xFFFFFFF0) == 0x184D2A50)
        {
            var skip = BinaryPrimitives.ReadUInt32LittleEndian(Take(ref packed, 4));
            Take(ref packed, (int)Math.Min(skip, int.MaxValue));
            return;
        }

        if (magic != Magic)
        {
            throw ZstdError.Damaged("it does not begin as one");
        }

        var hasChecksum = Head(ref packed);
        var start = at;
        var sequences = new Sequences();
        HuffmanTable? huffman = null;
        while (!Block(ref packed, sequences, ref huffman, start, end, ref at, ref target))
        {
        }

        if (hasChecksum && BinaryPrimitives.ReadUInt32LittleEndian(Take(ref packed, 4)) != unchecked((uint)XxHash64.Of(target.AsSpan(start, at - start))))
        {
            throw ZstdError.Damaged("its checksum is wrong");
        }
    }

    static bool Head(ref ReadOnlySpan<byte> packed)
    {
        var flags = Take(ref packed, 1)[0];
        var isSingle = (flags & 0x20) != 0;
        if ((flags & 0x08) != 0 || (flags & 0x03) != 0)
        {
            throw ZstdError.Damaged("it needs a dictionary");
        }

        var size = (flags >> 6) switch { 0 => isSingle ? 1 : 0, 1 => 2, 2 => 4, _ => 8 };
        Take(ref packed, (isSingle ? 0 : 1) + size);
        return (flags & 0x04) != 0;
    }

    static bool Block(ref ReadOnlySpan<byte> packed, Sequences sequences, ref HuffmanTable? huffman, int start, int end, ref int at, ref byte[] target)
    {
        var bytes = Take(ref packed, 3);
        var head = bytes[0] | bytes[1] << 8 | bytes[2] << 16;
        var size = head >> 3;
        var room = Math.Min(end - at, LargestBlock);
        Decompressor.Reserve(ref target, at + room);
        switch (head >> 1 & 3)
        {
            case 0 when size <= room:
                Take(ref packed, size).CopyTo(target.AsSpan(at));
                at += size;
                break;
            case 1 when size <= room:
                target.AsSpan(at, size).Fill(Take(ref packed, 1)[0]);
                at += size;
                break;
            case 2 when size <= LargestBlock:
                var block = Take(ref packed, size);
                var literals = Literals(ref block, ref huffman);
                at = sequences.Run(block, literals, target, start, at, at + room);
                break;
            default:
                throw ZstdError.Damaged("a block is too long");
        }

        return (head & 1) != 0;
    }

    static ReadOnlySpan<byte> Literals(ref ReadOnlySpan<byte> block, ref HuffmanTable? huffman)
    {
        var first = block.Length > 0 ? block[0] : throw ZstdError.Damaged("a block is empty");
        var format = first >> 2 & 3;
        return (first & 3) switch
        {
            0 => Take(ref block, PlainSize(ref block, format)),
            1 => Repeated(ref block, PlainSize(ref block, format)),
            _ => Coded(ref block, format, isNewTree: (first & 3) == 2, ref huffman),
        };
    }

    static byte[] Repeated(ref ReadOnlySpan<byte> block, int count)
    {
        var literals = new byte[count];
        literals.AsSpan().Fill(Take(ref block, 1)[0]);
        return literals;
    }

    static int PlainSize(ref ReadOnlySpan<byte> block, int format)
    {
        var size = (format & 1) == 0 ? Number(Take(ref block, 1)) >> 3 : Number(Take(ref block, format == 1 ? 2 : 3)) >> 4;
        return size <= LargestBlock ? (int)size : throw ZstdError.Damaged("a block is too long");
    }

    static byte[] Coded(ref ReadOnlySpan<byte> block, int format, bool isNewTree, ref HuffmanTable? huffman)
    {
        var width = format switch { 0 or 1 => 10, 2 => 14, _ => 18 };
        var head = Number(Take(ref block, format switch { 0 or 1 => 3, 2 => 4, _ => 5 })) >> 4;
        var size = (int)(head & (1L << width) - 1);
        var packed = Take(ref block, (int)(head >> width));
        if (size > LargestBlock)
        {
            throw ZstdError.Damaged("a block is too long");
        }

        if (isNewTree)
        {
            huffman = HuffmanTable.Read(packed, out var used);
            packed = packed[used..];
        }

        var literals = new byte[size];
        Unpack(huffman ?? throw ZstdError.Damaged("a code is missing"), packed, isFour: format != 0, literals);
        return literals;
    }

    static void Unpack(HuffmanTable huffman, ReadOnlySpan<byte> packed, bool isFour, Span<byte> literals)
    {
        if (!isFour)
        {
            huffman.Unpack(packed, literals);
            return;
        }

        var jump = Take(ref packed, 6);
        var quarter = (literals.Length + 3) / 4;
        if (quarter * 3 > literals.Length)
        {
            throw ZstdError.Damaged("there are too few literals for four streams");
        }

        for (var i = 0; i < 3; i++)
        {
            huffman.Unpack(Take(ref packed, BinaryPrimitives.ReadUInt16LittleEndian(jump[(i * 2)..])), literals.Slice(i * quarter, quarter));
        }

        huffman.Unpack(packed, literals[(3 * quarter)..]);
    }

    static long Number(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        for (var i = bytes.Length - 1; i >= 0; i--)
        {
            value = value << 8 | bytes[i];
        }

        return value;
    }

    static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> bytes, int count)
    {
        if (count > bytes.Length)
        {
            throw ZstdError.Damaged("it ends too early");
        }

        var taken = bytes[..count];
        bytes = bytes[count..];
        return taken;
    }
}
