using System.Numerics;

namespace Workbench.Data.Parquet.Zstd;

/// <summary>A table of finite state entropy: each state stands for a symbol and says where to go with how many new bits.</summary>
sealed class FseTable
{
    readonly byte[] symbols;
    readonly byte[] bits;
    readonly ushort[] bases;

    FseTable(int log)
    {
        Log = log;
        symbols = new byte[1 << log];
        bits = new byte[1 << log];
        bases = new ushort[1 << log];
    }

    /// <summary>Bits of a state.</summary>
    public int Log { get; }

    public byte Symbol(int state) => symbols[state];

    public int Next(int state, ref BackwardBits stream) => bases[state] + stream.Read(bits[state]);

    /// <summary>A table of one symbol that takes no bits.</summary>
    public static FseTable Single(byte symbol)
    {
        var table = new FseTable(0);
        table.symbols[0] = symbol;
        return table;
    }

    /// <summary>The table of the given shares of 2^log; -1 stands for less than one.</summary>
    public static FseTable Of(ReadOnlySpan<short> shares, int log)
    {
        var table = new FseTable(log);
        var size = 1 << log;
        Span<int> next = stackalloc int[shares.Length];
        var high = size;
        for (var symbol = 0; symbol < shares.Length; symbol++)
        {
            next[symbol] = shares[symbol];
            if (shares[symbol] == -1)
            {
                table.symbols[--high] = (byte)symbol;
                next[symbol] = 1;
            }
        }

        table.Spread(shares, high);
        for (var state = 0; state < size; state++)
        {
            var number = next[table.symbols[state]]++;
            table.bits[state] = (byte)(log - BitOperations.Log2((uint)number));
            table.bases[state] = (ushort)((number << table.bits[state]) - size);
        }

        return table;
    }

    void Spread(ReadOnlySpan<short> shares, int high)
    {
        var size = symbols.Length;
        var step = (size >> 1) + (size >> 3) + 3;
        var at = 0;
        for (var symbol = 0; symbol < shares.Length; symbol++)
        {
            for (var i = 0; i < shares[symbol]; i++)
            {
                symbols[at] = (byte)symbol;
                do
                {
                    at = at + step & size - 1;
                }
                while (at >= high);
            }
        }
    }

    /// <summary>Reads a table's description from the start of the bytes; says how many it took.</summary>
    public static FseTable Read(ReadOnlySpan<byte> bytes, int mostLog, int mostSymbols, out int used)
    {
        var bit = 0;
        var log = Take(bytes, ref bit, 4) + 5;
        if (log > mostLog)
        {
            throw ZstdError.Damaged("a table is too large");
        }

        Span<short> shares = stackalloc short[256];
        var left = 1 << log;
        var symbol = 0;
        while (left > 0 && symbol < mostSymbols)
        {
            var share = Share(bytes, ref bit, left);
            left -= Math.Abs(share);
            shares[symbol++] = (short)share;
            for (var zeros = share == 0 ? 3 : 0; zeros == 3;)
            {
                zeros = Take(bytes, ref bit, 2);
                symbol += zeros;
            }
        }

        if (left != 0 || symbol > mostSymbols)
        {
            throw ZstdError.Damaged("a table does not add up");
        }

        used = (bit + 7) / 8;
        return Of(shares[..symbol], log);
    }

    // A share takes as many bits as what is left needs, or one fewer where that is enough to tell.
    static int Share(ReadOnlySpan<byte> bytes, ref int bit, int left)
    {
        var width = BitOperations.Log2((uint)left + 1) + 1;
        var value = Take(bytes, ref bit, width);
        var mask = (1 << width - 1) - 1;
        var threshold = (1 << width) - 1 - (left + 1);
        if ((value & mask) < threshold)
        {
            bit--;
            value &= mask;
        }
        else if (value > mask)
        {
            value -= threshold;
        }

        return value - 1;
    }

    // The last share may be read with a bit more than there is; what does not exist reads as zero.
    static int Take(ReadOnlySpan<byte> bytes, ref int bit, int count)
    {
        if (bit >> 3 >= bytes.Length)
        {
            throw ZstdError.Damaged("a table ends too early");
        }

        var value = 0;
        for (var i = 0; i < count; i++, bit++)
        {
            var part = bit >> 3 < bytes.Length ? bytes[bit >> 3] : 0;
            value |= (part >> (bit & 7) & 1) << i;
        }

        return value;
    }
}
