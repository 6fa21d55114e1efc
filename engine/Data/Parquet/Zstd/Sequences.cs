namespace Workbench.Data.Parquet.Zstd;

/// <summary>The second half of a block: how literals and copies of earlier bytes follow each other.</summary>
sealed class Sequences
{
    static readonly Code LiteralCode = new(
        [4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1], 6, 9, 0,
        [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

    static readonly Code MatchCode = new(
        [
            1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
            1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1,
        ], 6, 9, 3,
        [
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
            1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16,
        ]);

    static readonly Code OffsetCode = new(
        [1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1], 5, 8, 1,
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31]);

    readonly long[] recent = [1, 4, 8];
    FseTable? literalTable;
    FseTable? matchTable;
    FseTable? offsetTable;

    /// <summary>Carries the sequences out; gives the place behind what was written.</summary>
    public int Run(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> literals, byte[] target, int start, int at, int end)
    {
        var count = Count(ref bytes);
        if (count > 0)
        {
            ReadTables(ref bytes);
            at = Run(bytes, count, ref literals, target.AsSpan(start, end - start), at - start) + start;
        }

        if (literals.Length > end - at)
        {
            throw ZstdError.Damaged("a block is too long");
        }

        literals.CopyTo(target.AsSpan(at));
        return at + literals.Length;
    }

    int Run(ReadOnlySpan<byte> bytes, int count, ref ReadOnlySpan<byte> literals, Span<byte> target, int at)
    {
        var stream = new BackwardBits(bytes);
        int literal = stream.Read(literalTable!.Log), offset = stream.Read(offsetTable!.Log), match = stream.Read(matchTable!.Log);
        for (var i = 0; i < count; i++)
        {
            var distance = OffsetCode.Value(offsetTable.Symbol(offset), ref stream);
            var length = (int)MatchCode.Value(matchTable.Symbol(match), ref stream);
            var before = (int)LiteralCode.Value(literalTable.Symbol(literal), ref stream);
            distance = Distance(distance, before);
            if (before > literals.Length || (long)before + length > target.Length - at || distance <= 0 || distance > at + before)
            {
                throw ZstdError.Damaged("a copy reaches beyond the ends");
            }

            literals[..before].CopyTo(target[at..]);
            literals = literals[before..];
            at += before;
            Overlap.Copy(target, at, (int)distance, length);
            at += length;
            if (i < count - 1)
            {
                literal = literalTable.Next(literal, ref stream);
                match = matchTable.Next(match, ref stream);
                offset = offsetTable.Next(offset, ref stream);
            }
        }

        return stream.Left == 0 ? at : throw ZstdError.Damaged("sequences do not end where they should");
    }

    // Values of 1 to 3 stand for one of the last three distances; without literals before, for the one after it.
    long Distance(long value, int literals)
    {
        if (value > 3)
        {
            (recent[2], recent[1], recent[0]) = (recent[1], recent[0], value - 3);
            return recent[0];
        }

        var which = (int)value - (literals == 0 ? 0 : 1);
        var distance = which == 3 ? recent[0] - 1 : recent[which];
        if (which > 1)
        {
            recent[2] = recent[1];
        }

        if (which > 0)
        {
            recent[1] = recent[0];
        }

        return recent[0] = distance;
    }

    static int Count(ref ReadOnlySpan<byte> bytes)
    {
        var first = Take(ref bytes);
        return first switch
        {
            < 128 => first,
            < 255 => (first - 128 << 8) + Take(ref bytes),
            _ => Take(ref bytes) + (Take(ref bytes) << 8) + 0x7F00,
        };
    }

    void ReadTables(ref ReadOnlySpan<byte> bytes)
    {
        var modes = Take(ref bytes);
        literalTable = LiteralCode.Table(modes >> 6, literalTable, ref bytes);
        offsetTable = OffsetCode.Table(modes >> 4 & 3, offsetTable, ref bytes);
        matchTable = MatchCode.Table(modes >> 2 & 3, matchTable, ref bytes);
    }

    static byte Take(ref ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length == 0)
        {
            throw ZstdError.Damaged("sequences end too early");
        }

        var value = bytes[0];
        bytes = bytes[1..];
        return value;
    }

    /// <summary>What the symbols of one of the three streams mean: a base and a number of bits to add.</summary>
    sealed class Code
    {
        readonly FseTable standard;
        readonly int mostLog;
        readonly byte[] extra;
        readonly long[] bases;

        public Code(short[] shares, int log, int mostLog, long first, byte[] extra)
        {
            standard = FseTable.Of(shares, log);
            this.mostLog = mostLog;
            this.extra = extra;
            bases = new long[extra.Length];
            for (var i = 0; i < bases.Length; i++)
            {
                bases[i] = first;
                first += 1L << extra[i];
            }
        }

        public long Value(byte symbol, ref BackwardBits stream) =>
            bases[symbol] + unchecked((uint)stream.Read(extra[symbol]));

        public FseTable Table(int mode, FseTable? last, ref ReadOnlySpan<byte> bytes)
        {
            switch (mode)
            {
                case 0:
                    return standard;
                case 1:
                    var symbol = Take(ref bytes);
                    return symbol < extra.Length ? FseTable.Single(symbol) : throw ZstdError.Damaged("a symbol does not exist");
                case 2:
                    var table = FseTable.Read(bytes, mostLog, extra.Length, out var used);
                    bytes = bytes[Math.Min(used, bytes.Length)..];
                    return table;
                default:
                    return last ?? throw ZstdError.Damaged("a table is missing");
            }
        }
    }
}
