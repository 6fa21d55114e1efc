using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Workbench.Data.Compression;

/// <summary>
/// Decoder of LZMA-alone streams (13 bytes of header, then one LZMA stream), as Dukascopy serves them. Keep one and use it
/// for many files: its buffers are reused. Not for two threads at once.
/// </summary>
/// <remarks>
/// A stream carries no checksum, but its range coder ends at exactly zero where nothing was changed on the way. With that,
/// the size and the number of bytes used up all being checked, a flipped bit is noticed unless it lies in the first two bytes,
/// where all odds are still even and another first letter makes as sound a stream.
/// </remarks>
public sealed class LzmaDecoder
{
    /// <summary>Most bytes one stream may expand to: some three million ticks in one hour.</summary>
    public const int MaxOutput = 64 << 20;

    const int HeaderSize = 13;
    const int MaxMatch = 273;
    const ulong UnknownSize = ulong.MaxValue;
    const int EndMarker = -1;

    readonly LzmaModel model = new();
    byte[] output = new byte[1 << 20];
    int streamLength;

    /// <summary>Expands a stream. The result is valid until the next call.</summary>
    /// <exception cref="LzmaException">Not LZMA, cut off, damaged, with something behind its end, or larger than <see cref="MaxOutput"/>.</exception>
    public ReadOnlyMemory<byte> Decode(ReadOnlySpan<byte> stream)
    {
        streamLength = stream.Length;
        var size = ReadHeader(stream);
        try
        {
            var coder = new RangeDecoder(stream, HeaderSize);
            var length = DecodeBody(ref coder, size);
            return coder.Left == 0
                ? output.AsMemory(0, length)
                : throw new LzmaException($"has {coder.Left} bytes behind its end", streamLength - coder.Left);
        }
        catch (EndOfStreamException)
        {
            throw new LzmaException("is cut off: it ends in the middle", streamLength);
        }
    }

    ulong ReadHeader(ReadOnlySpan<byte> stream)
    {
        if (stream.Length < HeaderSize + RangeDecoder.InitialBytes)
        {
            throw new LzmaException($"has {stream.Length} bytes, too few for an LZMA stream", stream.Length);
        }

        if (stream[0] >= 9 * 5 * 5)
        {
            throw new LzmaException($"is not LZMA (its first byte is 0x{stream[0]:X2})", 0);
        }

        var size = BinaryPrimitives.ReadUInt64LittleEndian(stream[5..]);
        if (size is > MaxOutput and not UnknownSize)
        {
            throw new LzmaException($"is not LZMA or claims to expand to {size} bytes, more than the {MaxOutput} that are believed", 5);
        }

        model.Reset(stream[0], BinaryPrimitives.ReadUInt32LittleEndian(stream[1..]));
        return size;
    }

    /// <summary>Decodes up to the known size or the end marker and returns the bytes written.</summary>
    int DecodeBody(ref RangeDecoder coder, ulong size)
    {
        var limit = size == UnknownSize ? MaxOutput : (int)size;
        var history = new LzmaHistory();
        var at = 0;
        while (at != limit || size == UnknownSize || !coder.IsFinished())
        {
            // The buffer grows with what arrives and never by what a header claims.
            if (output.Length - at < MaxMatch)
            {
                Array.Resize(ref output, output.Length * 2);
            }

            var positionState = at & model.PositionMask;
            if (coder.Bit(ref model.IsMatch[(history.State << LzmaModel.PositionBitsMax) + positionState]) == 0)
            {
                CheckRoom(at, 1, limit, ref coder);
                DecodeLiteral(ref coder, at, history);
                history.Literal();
                at++;
                continue;
            }

            var length = coder.Bit(ref model.IsRep[history.State]) == 0
                ? DecodeMatch(ref coder, ref history, positionState)
                : DecodeRepeat(ref coder, ref history, positionState);
            if (history.Distance == EndMarker)
            {
                CheckMarker(ref coder);
                break;
            }

            CheckDistance(history.Distance, at, ref coder);
            CheckRoom(at, length, limit, ref coder);
            Copy(at, history.Distance + 1, length);
            at += length;
        }

        return at == limit || size == UnknownSize
            ? at
            : throw new LzmaException($"ends after {at} of the {limit} bytes that its header promises", streamLength - coder.Left);
    }

    /// <summary>A match at a distance of its own; returns its length.</summary>
    int DecodeMatch(ref RangeDecoder coder, ref LzmaHistory history, int positionState)
    {
        var length = model.MatchLength.Decode(ref coder, positionState);
        history.Match(DecodeDistance(ref coder, length));
        return length + LzmaModel.MatchMin;
    }

    /// <summary>A match at one of the last four distances; returns its length.</summary>
    int DecodeRepeat(ref RangeDecoder coder, ref LzmaHistory history, int positionState)
    {
        var state = history.State;
        var which = 0;
        if (coder.Bit(ref model.IsRep0[state]) == 0)
        {
            if (coder.Bit(ref model.IsRep0Long[(state << LzmaModel.PositionBitsMax) + positionState]) == 0)
            {
                history.ShortRepeat();
                return 1;
            }
        }
        else
        {
            which = coder.Bit(ref model.IsRep1[state]) == 0 ? 1 : 2 + coder.Bit(ref model.IsRep2[state]);
        }

        history.Repeat(which);
        return model.RepLength.Decode(ref coder, positionState) + LzmaModel.MatchMin;
    }

    void DecodeLiteral(ref RangeDecoder rangeCoder, int at, in LzmaHistory history)
    {
        var previous = at > 0 ? output[at - 1] : 0;
        var context = ((at & model.LiteralPositionMask) << model.LiteralContextBits) + (previous >> (8 - model.LiteralContextBits));
        ref var probabilities = ref model.Literals[context * LzmaModel.LiteralSize];

        // A copy that no one else sees, so that the compiler can keep its numbers in registers.
        var coder = rangeCoder;
        var symbol = 1;
        if (history.IsBehindMatch)
        {
            // After a match the byte that the match would have continued with is a good guess, so it takes part in the context
            // for as long as it was right.
            int match = output[at - history.Distance - 1];
            var guessing = 0x100;
            do
            {
                match <<= 1;
                var guess = match & guessing;
                var bit = coder.Bit(ref Unsafe.Add(ref probabilities, guessing + guess + symbol));
                symbol = (symbol << 1) | bit;
                guessing &= bit == 0 ? ~guess : guess;
            }
            while (symbol < 0x100);
        }

        while (symbol < 0x100)
        {
            symbol = (symbol << 1) | coder.Bit(ref Unsafe.Add(ref probabilities, symbol));
        }

        output[at] = unchecked((byte)symbol);
        rangeCoder = coder;
    }

    /// <summary>Distance of a match, less one; all ones is the end marker.</summary>
    int DecodeDistance(ref RangeDecoder coder, int length)
    {
        var lengthState = Math.Min(length, LzmaModel.LengthStates - 1);
        var slot = coder.Tree(model.DistanceSlots.AsSpan(lengthState << 6, 64), 6);
        if (slot < 4)
        {
            return slot;
        }

        var directBits = (slot >> 1) - 1;
        var distance = unchecked((2 | (slot & 1)) << directBits);
        return slot < LzmaModel.DistanceModelEnd
            ? distance + coder.ReverseTree(model.DistanceSpecial.AsSpan(distance - slot), directBits)
            : unchecked(distance + (coder.DirectBits(directBits - LzmaModel.AlignBits) << LzmaModel.AlignBits) + coder.ReverseTree(model.DistanceAlign, LzmaModel.AlignBits));
    }

    void Copy(int at, int distance, int length)
    {
        if (distance >= length)
        {
            output.AsSpan(at - distance, length).CopyTo(output.AsSpan(at));
            return;
        }

        // Source and target overlap: what was just written is read again, byte by byte, which is how runs are stored.
        for (var i = at; i < at + length; i++)
        {
            output[i] = output[i - distance];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void CheckDistance(int distance, int at, ref RangeDecoder coder)
    {
        // As unsigned, since a distance beyond 2 GB arrives negative.
        if (unchecked((uint)distance >= (uint)at || (uint)distance >= model.DictionarySize))
        {
            throw new LzmaException("is damaged: it points back before its beginning", streamLength - coder.Left);
        }
    }

    void CheckMarker(ref RangeDecoder coder)
    {
        if (!coder.IsEven())
        {
            throw new LzmaException("is damaged: its end marker does not come out even", streamLength - coder.Left);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void CheckRoom(int at, int length, int limit, ref RangeDecoder coder)
    {
        if (length > limit - at)
        {
            throw new LzmaException(
                limit == MaxOutput ? $"expands to more than {MaxOutput} bytes" : $"goes on after the {limit} bytes that its header promises", streamLength - coder.Left);
        }
    }
}
