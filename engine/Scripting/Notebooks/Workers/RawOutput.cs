using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>What a worker's process writes on its stdout or stderr past the notebook's own output, such as the prints of native code.</summary>
sealed class RawOutput
{
    readonly Stream stream;
    readonly int most;
    readonly Func<string, string> pass;
    readonly Func<string> rest;
    readonly Action<string> show;
    readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource marked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    long printed;

    /// <param name="stream">The worker's stream.</param>
    /// <param name="most">Most characters shown of one cell.</param>
    /// <param name="words">What may be held back of it; null for nothing.</param>
    /// <param name="show">Shows a text.</param>
    public RawOutput(Stream stream, int most, LastWords? words, Action<string> show)
    {
        (this.stream, this.most, this.show) = (stream, most, show);
        pass = words is null ? text => text : words.Take;
        rest = words is null ? () => "" : words.Release;
        new Thread(Pump) { IsBackground = true, Name = "raw output" }.Start();
    }

    /// <summary>Done when the stream is at its end.</summary>
    public Task Closed => closed.Task;

    /// <summary>Done when all that the cell printed before its end is read. To be asked for before the cell begins.</summary>
    public Task NextMark() => Interlocked.CompareExchange(ref marked, marked, marked).Task;

    void Pump()
    {
        var buffer = new byte[16_384];
        var kept = 0;
        try
        {
            while (stream.Read(buffer, kept, buffer.Length - kept) is var count and > 0)
            {
                kept = Take(buffer.AsSpan(0, kept + count));
            }
        }
        catch (IOException)
        {
            // As good as the end.
        }

        Show(Decode(buffer.AsSpan(0, kept)));
        closed.TrySetResult();
        marked.TrySetResult();
    }

    /// <summary>Shows what came, without the marks in it; what may be the beginning of a mark is kept at the buffer's start, and its length told.</summary>
    int Take(Span<byte> bytes)
    {
        var rest = bytes;
        while (rest.IndexOf(CellEnd.Mark) is var at and >= 0)
        {
            Show(Decode(rest[..at]));
            End();
            rest = rest[(at + CellEnd.Mark.Length)..];
        }

        var kept = Math.Min(rest.Length, CellEnd.Mark.Length - 1);
        while (!CellEnd.Mark.AsSpan().StartsWith(rest[^kept..]))
        {
            kept--;
        }

        Show(Decode(rest[..^kept]));
        rest[^kept..].CopyTo(bytes);
        return kept;
    }

    string Decode(ReadOnlySpan<byte> bytes)
    {
        var chars = new char[decoder.GetCharCount(bytes, flush: false)];
        decoder.GetChars(bytes, chars, flush: false);
        return pass(new string(chars));
    }

    void Show(string text)
    {
        var room = (int)Math.Clamp(most - printed, 0, text.Length);
        printed += text.Length;
        if (room > 0)
        {
            show(text[..room]);
        }
    }

    void End()
    {
        Show(rest());
        if (printed > most)
        {
            show(FormattableString.Invariant($"\n… and {printed - most:N0} more characters.\n"));
        }

        printed = 0;
        Interlocked.Exchange(ref marked, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
