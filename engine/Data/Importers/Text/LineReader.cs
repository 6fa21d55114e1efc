namespace Workbench.Data.Importers.Text;

/// <summary>Lines from the first to the last, through one buffer that grows to the longest line and no further than <see cref="LongestLine"/>.</summary>
sealed class LineReader(Stream stream, string file) : ILineSource
{
    /// <summary>A longer line is taken for a file that is no text.</summary>
    public const int LongestLine = 1 << 20;

    byte[] buffer = new byte[1 << 16];
    int start;
    int end;
    bool hasEnded;

    public long Row { get; private set; }

    public bool TryNext(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = Take(length, 1);
                return true;
            }

            if (hasEnded)
            {
                line = Take(end - start, 0);
                return Row > 0 && line.Length > 0;
            }

            Fill();
        }
    }

    public void Dispose() => stream.Dispose();

    ReadOnlySpan<byte> Take(int length, int ending)
    {
        var line = buffer.AsSpan(start, length);
        start += length + ending;
        var text = Row++ == 0 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;
        return text.EndsWith("\r"u8) ? text[..^1] : text;
    }

    void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            if (end >= LongestLine)
            {
                throw ImportErrors.LineTooLong(file, Row + 1, LongestLine);
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var got = stream.Read(buffer.AsSpan(end));
        hasEnded = got == 0;
        end += got;
    }
}
