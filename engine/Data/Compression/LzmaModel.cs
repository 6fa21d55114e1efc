namespace Workbench.Data.Compression;

/// <summary>All probabilities of an LZMA stream, each the odds of a 0 in 2048ths, at even odds in the beginning.</summary>
sealed class LzmaModel
{
    public const int PositionBitsMax = 4;
    public const int LiteralSize = 0x300;
    public const int MatchMin = 2;
    public const int LengthStates = 4;
    public const int DistanceModelEnd = 14;
    public const int AlignBits = 4;

    const int States = 12;
    const ushort Even = 1 << 10;
    const uint SmallestDictionary = 4_096;

    public readonly ushort[] IsMatch = new ushort[States << PositionBitsMax];
    public readonly ushort[] IsRep = new ushort[States];
    public readonly ushort[] IsRep0 = new ushort[States];
    public readonly ushort[] IsRep1 = new ushort[States];
    public readonly ushort[] IsRep2 = new ushort[States];
    public readonly ushort[] IsRep0Long = new ushort[States << PositionBitsMax];
    public readonly ushort[] DistanceSlots = new ushort[LengthStates << 6];
    public readonly ushort[] DistanceSpecial = new ushort[1 + (1 << (DistanceModelEnd >> 1)) - DistanceModelEnd];
    public readonly ushort[] DistanceAlign = new ushort[1 << AlignBits];
    public readonly LzmaLengths MatchLength = new();
    public readonly LzmaLengths RepLength = new();

    public ushort[] Literals { get; private set; } = [];

    public int LiteralContextBits { get; private set; }

    public int LiteralPositionMask { get; private set; }

    public int PositionMask { get; private set; }

    public uint DictionarySize { get; private set; }

    /// <summary>Even odds for a new stream; <paramref name="properties"/> packs the three numbers of bits that choose contexts.</summary>
    public void Reset(byte properties, uint dictionarySize)
    {
        LiteralContextBits = properties % 9;
        var literalPositionBits = properties / 9 % 5;
        LiteralPositionMask = (1 << literalPositionBits) - 1;
        PositionMask = (1 << (properties / 45)) - 1;
        DictionarySize = Math.Max(dictionarySize, SmallestDictionary);

        // At most 0x300 << 12 probabilities, 6 MB: the header alone cannot ask for more.
        var literals = LiteralSize << (LiteralContextBits + literalPositionBits);
        if (Literals.Length < literals)
        {
            Literals = new ushort[literals];
        }

        Literals.AsSpan(0, literals).Fill(Even);
        foreach (var probabilities in (ushort[][])[IsMatch, IsRep, IsRep0, IsRep1, IsRep2, IsRep0Long, DistanceSlots, DistanceSpecial, DistanceAlign])
        {
            Array.Fill(probabilities, Even);
        }

        MatchLength.Reset(Even);
        RepLength.Reset(Even);
    }
}
