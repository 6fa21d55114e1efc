namespace Workbench.Data.Compression;

/// <summary>Probabilities of the lengths of matches: 0 to 7 and 8 to 15 by the position in the output, 16 to 271 for all.</summary>
sealed class LzmaLengths
{
    readonly ushort[] choice = new ushort[2];
    readonly ushort[] low = new ushort[1 << (LzmaModel.PositionBitsMax + 3)];
    readonly ushort[] middle = new ushort[1 << (LzmaModel.PositionBitsMax + 3)];
    readonly ushort[] high = new ushort[1 << 8];

    public void Reset(ushort even)
    {
        foreach (var probabilities in (ushort[][])[choice, low, middle, high])
        {
            Array.Fill(probabilities, even);
        }
    }

    public int Decode(ref RangeDecoder coder, int positionState)
    {
        if (coder.Bit(ref choice[0]) == 0)
        {
            return coder.Tree(low.AsSpan(positionState << 3, 8), 3);
        }

        return coder.Bit(ref choice[1]) == 0
            ? 8 + coder.Tree(middle.AsSpan(positionState << 3, 8), 3)
            : 16 + coder.Tree(high, 8);
    }
}
