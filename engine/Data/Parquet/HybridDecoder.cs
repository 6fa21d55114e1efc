using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Workbench.Data.Parquet;

/// <summary>Reads the RLE encoding in stretches of any length: dictionary indices, booleans and definition levels.</summary>
sealed class HybridDecoder
{
    byte[] data = [];
    int at;
    int end;
    int width;
    long left;
    bool isPacked;
    int packedAt;
    long bit;
    int repeated;

    public void Open(byte[] bytes, int start, int stop, int bits)
    {
        if (bits is < 0 or > 32)
        {
            throw new InvalidDataException("a page has indices of an impossible width");
        }

        data = bytes;
        at = start;
        end = stop;
        width = bits;
        left = 0;
    }

    public void Read(Span<int> into)
    {
        while (into.Length > 0)
        {
            var count = Stretch(into.Length);
            if (isPacked)
            {
                Unpack(into[..count]);
            }
            else
            {
                into[..count].Fill(repeated);
            }

            into = into[count..];
        }
    }

    /// <summary>Reads indices and puts in their place what the dictionary has there.</summary>
    public void Look<T>(Span<T> into, ReadOnlySpan<T> dictionary)
    {
        while (into.Length > 0)
        {
            var count = Stretch(into.Length);
            if (isPacked)
            {
                LookPacked(into[..count], dictionary);
            }
            else
            {
                into[..count].Fill((uint)repeated < (uint)dictionary.Length ? dictionary[repeated] : throw Beyond());
            }

            into = into[count..];
        }
    }

    public static InvalidDataException Beyond() => new("a page refers beyond the end of its dictionary");

    // How many of the wanted values the current run gives; begins the next run where the current one is spent.
    int Stretch(int wanted)
    {
        while (left == 0)
        {
            NextRun();
        }

        var count = (int)Math.Min(wanted, left);
        left -= count;
        return count;
    }

    void NextRun()
    {
        var head = Varint();
        isPacked = (head & 1) != 0;
        if (isPacked)
        {
            // The last run of some writers ends with its last value rather than with its last group of eight.
            var groups = (long)Math.Min(head >> 1, int.MaxValue);
            var bytes = Math.Min(groups * width, end - at);
            left = width == 0 ? groups * 8 : Math.Min(groups * 8, bytes * 8 / width);
            packedAt = at;
            bit = 0;
            at += (int)bytes;
            BitUnpacker.Begin(data, packedAt, bytes);
        }
        else
        {
            left = (long)Math.Min(head >> 1, int.MaxValue);
            repeated = 0;
            for (var shift = 0; shift < width; shift += 8)
            {
                repeated |= at < end ? data[at++] << shift : throw Early();
            }
        }

        if (left == 0 && at >= end)
        {
            throw Early();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void LookPacked<T>(Span<T> into, ReadOnlySpan<T> dictionary)
    {
        ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), packedAt);
        ref var values = ref MemoryMarshal.GetReference(dictionary);
        var mask = (uint)BitUnpacker.Mask(width);
        var count = (uint)dictionary.Length;
        var position = bit;
        for (var i = 0; i < into.Length; i++)
        {
            var index = unchecked((uint)BitUnpacker.Load(ref source, position)) & mask;
            position += width;
            if (index >= count)
            {
                throw Beyond();
            }

            into[i] = Unsafe.Add(ref values, (nint)index);
        }

        bit = position;
    }

    void Unpack(Span<int> into)
    {
        ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(data), packedAt);
        var mask = (uint)BitUnpacker.Mask(width);
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = unchecked((int)((uint)BitUnpacker.Load(ref source, bit) & mask));
            bit += width;
        }
    }

    uint Varint()
    {
        uint value = 0;
        for (var shift = 0; shift < 35 && at < end; shift += 7)
        {
            var part = data[at++];
            value |= unchecked((uint)(part & 0x7F) << shift);
            if (part < 0x80)
            {
                return value;
            }
        }

        throw Early();
    }

    static InvalidDataException Early() => new("a page's packed values end too early");
}
