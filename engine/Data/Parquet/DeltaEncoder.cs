namespace Workbench.Data.Parquet;

/// <summary>
/// DELTA_BINARY_PACKED: the first value, then differences in blocks of 128, each less the block's smallest and packed in four
/// strips of 32. Differences wrap round at 64 bits, so that any sequence of numbers comes back as it was.
/// </summary>
static class DeltaEncoder
{
    const int Block = 128;
    const int Strips = 4;
    const int Strip = Block / Strips;

    public static void Encode(ByteSink sink, ReadOnlySpan<long> values)
    {
        sink.AddVarint(Block);
        sink.AddVarint(Strips);
        sink.AddVarint((ulong)values.Length);
        sink.AddZigZag(values.Length > 0 ? values[0] : 0);
        Span<long> deltas = stackalloc long[Block];
        for (var at = 1; at < values.Length; at += Block)
        {
            var count = Math.Min(Block, values.Length - at);
            for (var i = 0; i < count; i++)
            {
                deltas[i] = unchecked(values[at + i] - values[at + i - 1]);
            }

            EncodeBlock(sink, deltas[..count]);
        }
    }

    static void EncodeBlock(ByteSink sink, ReadOnlySpan<long> deltas)
    {
        var min = deltas[0];
        foreach (var delta in deltas)
        {
            min = Math.Min(min, delta);
        }

        Span<ulong> lifted = stackalloc ulong[Block];
        lifted.Clear();
        Span<int> widths = stackalloc int[Strips];
        widths.Clear();
        for (var i = 0; i < deltas.Length; i++)
        {
            lifted[i] = unchecked((ulong)(deltas[i] - min));
            widths[i / Strip] = Math.Max(widths[i / Strip], BitPacker.WidthOf(lifted[i]));
        }

        sink.AddZigZag(min);
        foreach (var width in widths)
        {
            sink.Add((byte)width);
        }

        // Strips beyond the last value are left out; the last one with a value is whole.
        for (var strip = 0; strip * Strip < deltas.Length; strip++)
        {
            BitPacker.Pack(sink, lifted.Slice(strip * Strip, Strip), widths[strip]);
        }
    }
}
