namespace Workbench.Data.Parquet;

/// <summary>Unpacks an LZ4 block without a frame, as LZ4_RAW pages are.</summary>
static class Lz4
{
    /// <summary>Most bytes that a packed byte can become: a length grows by 255 with each.</summary>
    public const int MostPerByte = 256;

    const int ShortestCopy = 4;

    /// <summary>Unpacks exactly as many bytes as the target has.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, Span<byte> target)
    {
        var (at, done) = (0, 0);
        while (at < packed.Length)
        {
            var token = packed[at++];
            var literals = Length(token >> 4, packed, ref at);
            if (literals > packed.Length - at || literals > target.Length - done)
            {
                throw Damaged();
            }

            packed.Slice(at, literals).CopyTo(target[done..]);
            at += literals;
            done += literals;

            // The last sequence has literals only.
            if (at < packed.Length)
            {
                done += Copy(token & 15, packed, ref at, target, done);
            }
        }

        if (done != target.Length)
        {
            throw Damaged();
        }
    }

    static int Copy(int code, ReadOnlySpan<byte> packed, ref int at, Span<byte> target, int done)
    {
        if (packed.Length - at < 2)
        {
            throw Damaged();
        }

        var back = packed[at] | packed[at + 1] << 8;
        at += 2;
        var length = Length(code, packed, ref at) + ShortestCopy;
        if (back == 0 || back > done || length > target.Length - done)
        {
            throw Damaged();
        }

        Overlap.Copy(target, done, back, length);
        return length;
    }

    static int Length(int code, ReadOnlySpan<byte> packed, ref int at)
    {
        var length = code;
        for (byte part = 255; code == 15 && part == 255;)
        {
            part = at < packed.Length ? packed[at++] : throw Damaged();
            length = checked(length + part);
        }

        return length;
    }

    static InvalidDataException Damaged() => new("a page's LZ4 block is damaged");
}
