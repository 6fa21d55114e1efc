namespace Workbench.Platform.Journals;

/// <summary>Reads one segment frame by frame through a window, and adds what it passes to the chain.</summary>
sealed class SegmentReader : IDisposable
{
    const int WindowSize = 2 * (Frame.MaxPayload + Frame.Overhead);

    readonly Microsoft.Win32.SafeHandles.SafeFileHandle file;
    readonly Chain chain;
    readonly byte[] window;
    readonly long length;
    long windowAt = SegmentHeader.Size;
    int filled;
    int next;
    int unchained;
    int payloadLength;

    /// <param name="path">The segment.</param>
    /// <param name="chain">Where its records are added.</param>
    /// <param name="window">A buffer of an earlier reader to use again, or null.</param>
    public SegmentReader(string path, Chain chain, byte[]? window)
    {
        Path = path;
        this.chain = chain;
        file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        length = RandomAccess.GetLength(file);
        var size = (int)Math.Min(WindowSize, length);
        this.window = window?.Length >= size ? window : new byte[size];
    }

    public string Path { get; }

    public byte[] Window => window;

    /// <summary>Byte at which the next frame begins.</summary>
    public long Offset => windowAt + next;

    /// <summary>Bytes of the file when it was opened.</summary>
    public long Length => length;

    /// <summary>Payload of the frame that was read last, until the next one is.</summary>
    public ReadOnlySpan<byte> Payload => window.AsSpan(next - payloadLength, payloadLength);

    public FrameKind Next()
    {
        if (filled - next < Frame.MaxPayload + Frame.Overhead)
        {
            Fill();
        }

        var kind = Frame.Look(window.AsSpan(next, filled - next), out payloadLength);
        switch (kind)
        {
            case FrameKind.Record:
                next += Frame.Overhead + payloadLength;
                break;
            case FrameKind.Seal:
                // The head stands on the records alone: what a seal says is not part of what it seals.
                Settle();
                next += Frame.Overhead + payloadLength;
                unchained = next;
                break;
            default:
                Settle();
                break;
        }

        return kind;
    }

    /// <summary>Whether a whole frame stands anywhere behind the one at hand.</summary>
    public bool HasFrameBehind()
    {
        // Only a damaged journal is asked this, and its rest is read at once.
        var rest = new byte[Math.Max(0, length - Offset - 1)];
        var read = RandomAccess.Read(file, rest, Offset + 1);
        return Frame.IsAnywhereIn(rest.AsSpan(0, read));
    }

    public void Dispose() => file.Dispose();

    /// <summary>Adds all that was read to the chain.</summary>
    void Settle()
    {
        chain.Add(window.AsSpan(unchained, next - unchained));
        unchained = next;
    }

    void Fill()
    {
        var end = windowAt + filled;
        if (end >= length)
        {
            return;
        }

        Settle();
        var left = filled - next;
        window.AsSpan(next, left).CopyTo(window);
        windowAt += next;
        (next, unchained, filled) = (0, 0, left);
        while (filled < window.Length && windowAt + filled < length)
        {
            var wanted = (int)Math.Min(window.Length - filled, length - windowAt - filled);
            var read = RandomAccess.Read(file, window.AsSpan(filled, wanted), windowAt + filled);
            if (read == 0)
            {
                break;
            }

            filled += read;
        }
    }
}
