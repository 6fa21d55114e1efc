using System.Numerics;

namespace Workbench.Data.Parquet.Zstd;

/// <summary>The code that a block's literals are written in.</summary>
sealed class HuffmanTable
{
    const int MostBits = 11;
    const int MostWeights = 255;

    readonly byte[] symbols;
    readonly byte[] lengths;
    readonly int bits;

    HuffmanTable(ReadOnlySpan<byte> weights)
    {
        var sum = 0;
        foreach (var weight in weights)
        {
            sum += weight > MostBits ? throw ZstdError.Damaged("a code is too long") : weight == 0 ? 0 : 1 << weight - 1;
        }

        // The last weight is not written: it fills the sum up to a power of two.
        bits = sum == 0 ? MostBits + 1 : BitOperations.Log2((uint)sum) + 1;
        var rest = bits <= MostBits ? (1 << bits) - sum : throw ZstdError.Damaged("a code is too long");
        if (!BitOperations.IsPow2(rest))
        {
            throw ZstdError.Damaged("a code does not add up");
        }

        symbols = new byte[1 << bits];
        lengths = new byte[1 << bits];
        Fill([.. weights, (byte)(BitOperations.Log2((uint)rest) + 1)]);
    }

    void Fill(ReadOnlySpan<byte> weights)
    {
        var at = 0;
        for (var weight = 1; weight <= bits; weight++)
        {
            for (var symbol = 0; symbol < weights.Length; symbol++)
            {
                if (weights[symbol] == weight)
                {
                    var count = 1 << weight - 1;
                    symbols.AsSpan(at, count).Fill((byte)symbol);
                    lengths.AsSpan(at, count).Fill((byte)(bits + 1 - weight));
                    at += count;
                }
            }
        }
    }

    public static HuffmanTable Read(ReadOnlySpan<byte> bytes, out int used)
    {
        if (bytes.Length == 0)
        {
            throw ZstdError.Damaged("a code ends too early");
        }

        var head = bytes[0];
        Span<byte> weights = stackalloc byte[MostWeights];
        var count = head < 128 ? head : (head - 127 + 1) / 2;
        if (count > bytes.Length - 1)
        {
            throw ZstdError.Damaged("a code ends too early");
        }

        used = 1 + count;
        return new HuffmanTable(head < 128 ? Packed(bytes.Slice(1, count), weights) : Plain(bytes[1..], head - 127, weights));
    }

    static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> bytes, int count, Span<byte> weights)
    {
        for (var i = 0; i < count; i++)
        {
            weights[i] = (byte)((i & 1) == 0 ? bytes[i / 2] >> 4 : bytes[i / 2] & 15);
        }

        return weights[..count];
    }

    // Two states take turns; when the bits run out, the other one has a last symbol to give.
    static ReadOnlySpan<byte> Packed(ReadOnlySpan<byte> bytes, Span<byte> weights)
    {
        var table = FseTable.Read(bytes, 6, MostWeights, out var used);
        var stream = new BackwardBits(bytes[used..]);
        var (one, other) = (stream.Read(table.Log), stream.Read(table.Log));
        for (var count = 0; count < MostWeights - 1;)
        {
            weights[count++] = table.Symbol(one);
            one = table.Next(one, ref stream);
            if (stream.Left < 0)
            {
                weights[count++] = table.Symbol(other);
                return weights[..count];
            }

            (one, other) = (other, one);
        }

        throw ZstdError.Damaged("a code has too many symbols");
    }

    public void Unpack(ReadOnlySpan<byte> packed, Span<byte> target)
    {
        var stream = new BackwardBits(packed);
        for (var i = 0; i < target.Length; i++)
        {
            var code = stream.Peek(bits);
            target[i] = symbols[code];
            stream.Pass(lengths[code]);
        }

        if (stream.Left != 0)
        {
            throw ZstdError.Damaged("literals do not end where they should");
        }
    }
}
