using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workbench.Data.Parquet;

/// <summary>Reads DELTA_BINARY_PACKED in stretches of any length: the hot loop of reading the lake.</summary>
sealed class DeltaDecoder
{
    const int Unit = 32;

    readonly long[] spill = new long[Unit];
    int spillAt;
    int spillCount;

    byte[] data = [];
    int at;
    int end;
    int strips;
    int stripValues;
    int strip;
    int leftInStrip;
    int widthsAt;
    long left;
    long last;
    long minDelta;
    bool isFirst;

    /// <summary>Byte behind the last one used so far.</summary>
    public int At => at;

    /// <summary>Values not read yet, as the page itself says.</summary>
    public long Left => left + (spillCount - spillAt);

    public void Open(byte[] bytes, int start, int stop)
    {
        data = bytes;
        at = start;
        end = stop;
        spillAt = spillCount = 0;
        var block = Varint();
        var count = Varint();
        left = checked((long)Varint());
        last = ZigZag(Varint());
        isFirst = true;
        leftInStrip = 0;
        if (count is 0 or > 65_536 || block is 0 or > 1 << 24 || block % count != 0 || block / count % Unit != 0)
        {
            throw new InvalidDataException("a page has a delta block of an impossible size");
        }

        strips = (int)count;
        stripValues = (int)(block / count);
        strip = strips;
    }

    /// <summary>Reads the next values, each times <paramref name="scale"/>.</summary>
    public void Read(Span<long> into, long scale)
    {
        if (into.Length > Left)
        {
            throw new InvalidDataException("a page holds fewer values than it says");
        }

        var done = Drain(into);
        if (isFirst && done < into.Length)
        {
            isFirst = false;
            left--;
            last = unchecked(last * scale);
            into[done++] = last;
        }

        while (into.Length - done >= Unit)
        {
            DecodeUnit(into.Slice(done, Unit), scale);
            done += Unit;
        }

        if (done < into.Length)
        {
            var before = left;
            DecodeUnit(spill, scale);
            spillAt = 0;
            spillCount = (int)Math.Min(Unit, before);
            Drain(into[done..]);
        }
    }

    int Drain(Span<long> into)
    {
        var count = Math.Min(into.Length, spillCount - spillAt);
        spill.AsSpan(spillAt, count).CopyTo(into);
        spillAt += count;
        return count;
    }

    void DecodeUnit(Span<long> into, long scale)
    {
        if (leftInStrip == 0)
        {
            NextStrip();
        }

        var width = (int)data[widthsAt + strip];
        var bytes = width * (Unit / 8);
        if (width > 64 || at + bytes > end)
        {
            throw new InvalidDataException("a page's packed values end too early");
        }

        ref var source = ref BitUnpacker.Begin(data, at, bytes);
        last = width <= 57
            ? Unpack(ref source, width, unchecked(minDelta * scale), scale, last, ref MemoryMarshal.GetReference(into))
            : UnpackWide(ref source, width, minDelta, scale, last, into);
        at += bytes;
        leftInStrip -= Unit;
        left = Math.Max(0, left - Unit);
    }

    void NextStrip()
    {
        if (++strip >= strips)
        {
            minDelta = ZigZag(Varint());
            widthsAt = at;
            at += strips;
            strip = 0;
            if (at > end)
            {
                throw new InvalidDataException("a page's packed values end too early");
            }
        }

        leftInStrip = stripValues;
    }

    // Four values a step, so that only their sum is carried from step to step and the rest goes side by side. Shifting in vectors
    // was tried: a seventh faster, and twice the code.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static long Unpack(ref byte source, int width, long min, long scale, long last, ref long into)
    {
        unchecked
        {
            var mask = BitUnpacker.Mask(width);
            for (nint i = 0, bit = 0; i < Unit; i += 4, bit += 4 * width)
            {
                var a = (long)(BitUnpacker.Load(ref source, bit) & mask) * scale + min;
                var b = (long)(BitUnpacker.Load(ref source, bit + width) & mask) * scale + min;
                var c = (long)(BitUnpacker.Load(ref source, bit + 2 * width) & mask) * scale + min;
                var d = (long)(BitUnpacker.Load(ref source, bit + 3 * width) & mask) * scale + min;
                var half = a + b;
                ref var four = ref Unsafe.Add(ref into, i);
                four = last + a;
                Unsafe.Add(ref four, 1) = last + half;
                Unsafe.Add(ref four, 2) = last + (half + c);
                last += half + (c + d);
                Unsafe.Add(ref four, 3) = last;
            }

            return last;
        }
    }

    static long UnpackWide(ref byte source, int width, long min, long scale, long last, Span<long> into)
    {
        unchecked
        {
            for (var i = 0; i < into.Length; i++)
            {
                last += ((long)BitUnpacker.At(ref source, (long)i * width, width) + min) * scale;
                into[i] = last;
            }

            return last;
        }
    }

    ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64 && at < end; shift += 7)
        {
            var part = data[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("a page's packed values end too early");
    }

    static long ZigZag(ulong raw) => unchecked((long)(raw >> 1) ^ -(long)(raw & 1));
}
