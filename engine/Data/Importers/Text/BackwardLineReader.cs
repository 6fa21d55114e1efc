namespace Workbench.Data.Importers.Text;

/// <summary>Lines from the last to the first, for files that are written newest first: the file is read in blocks from its end.</summary>
sealed class BackwardLineReader : ILineSource
{
    const int Block = 1 << 16;

    readonly Stream stream;
    readonly string file;
    byte[] buffer = new byte[2 * Block];
    int start;
    int end;
    long blocksLeft;

    public BackwardLineReader(Stream stream, string file)
    {
        this.stream = stream;
        this.file = file;
        Row = CountLineEnds(stream) + 2;
        blocksLeft = (stream.Length + Block - 1) / Block;
        start = end = buffer.Length;
    }

    public long Row { get; private set; }

    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var at = buffer.AsSpan(start, end - start).LastIndexOf((byte)'\n');
            if (at < 0 && blocksLeft > 0)
            {
                Fill();
                continue;
            }

            if (at < 0 && end == start)
            {
                line = default;
                return false;
            }

            var from = start + at + 1;
            line = buffer.AsSpan(from, end - from);
            end = Math.Max(start, from - 1);
            Row--;
            line = line.EndsWith("\r"u8) ? line[..^1] : line;
            return true;
        }
    }

    public void Dispose() => stream.Dispose();

    static long CountLineEnds(Stream counted)
    {
        var count = 0L;
        var block = new byte[Block];
        counted.Position = 0;
        for (int got; (got = counted.Read(block)) > 0;)
        {
            count += block.AsSpan(0, got).Count((byte)'\n');
        }

        return count;
    }

    /// <summary>Puts the block before the buffered ones in front of them.</summary>
    void Fill()
    {
        blocksLeft--;
        var from = blocksLeft * Block;
        var size = (int)Math.Min(Block, stream.Length - from);
        if (start < size)
        {
            Grow();
        }

        stream.Position = from;
        stream.ReadExactly(buffer.AsSpan(start - size, size));
        start -= size;
    }

    void Grow()
    {
        var kept = end - start;
        if (kept >= LineReader.LongestLine)
        {
            throw ImportErrors.LineTooLong(file, Row, LineReader.LongestLine);
        }

        var larger = kept + Block > buffer.Length ? new byte[buffer.Length * 2] : buffer;
        buffer.AsSpan(start, kept).CopyTo(larger.AsSpan(larger.Length - kept));
        buffer = larger;
        end = larger.Length;
        start = end - kept;
    }
}
