namespace Workbench.Data.Parquet;

/// <summary>RLE: stretches of one repeated number as its count, all else packed in bits. Dictionary indices are written so.</summary>
static class HybridEncoder
{
    // A run has to pay for the two heads it costs, and for the reader's stumble over it.
    const int ShortestRun = 32;

    public static void Encode(ByteSink sink, ReadOnlySpan<ulong> values, int width)
    {
        var packedFrom = 0;
        var at = 0;
        while (at < values.Length)
        {
            var run = RunAt(values, at);
            if (run < ShortestRun)
            {
                at = Math.Min(at + 8, values.Length);
                continue;
            }

            Packed(sink, values[packedFrom..at], width);
            sink.AddVarint((ulong)run << 1);
            for (var shift = 0; shift < width; shift += 8)
            {
                sink.Add((byte)(values[at] >> shift & 0xFF));
            }

            at += run;
            packedFrom = at;
        }

        Packed(sink, values[packedFrom..], width);
    }

    static int RunAt(ReadOnlySpan<ulong> values, int at)
    {
        var differs = values[at..].IndexOfAnyExcept(values[at]);
        return differs < 0 ? values.Length - at : differs;
    }

    static void Packed(ByteSink sink, ReadOnlySpan<ulong> values, int width)
    {
        if (values.Length == 0)
        {
            return;
        }

        sink.AddVarint((ulong)(values.Length + 7) / 8 << 1 | 1);
        var whole = values.Length / 8 * 8;
        BitPacker.Pack(sink, values[..whole], width);
        if (whole < values.Length)
        {
            Span<ulong> padded = stackalloc ulong[8];
            padded.Clear();
            values[whole..].CopyTo(padded);
            BitPacker.Pack(sink, padded, width);
        }
    }
}
