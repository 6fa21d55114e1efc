using System.Buffers;
using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Frames over a pipe: four bytes of length, the lowest first, then that many bytes of JSON. Writes may come from any thread; one thread reads.
/// </summary>
sealed class FrameStream(Stream stream)
{
    /// <summary>Longest frame. A figure with its data is some MB; what is longer is nonsense or would freeze any reader.</summary>
    public const int MostBytes = 64 << 20;

    const int KeptBytes = 1 << 20;
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    readonly Lock writing = new();
    ArrayBufferWriter<byte> buffer = new();

    /// <summary>Writes a frame; what is too long for one is refused.</summary>
    /// <exception cref="InvalidDataException">It is longer than <see cref="MostBytes"/>; nothing was written.</exception>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Write(Frame frame)
    {
        lock (writing)
        {
            // A frame that broke off midway, because memory was out, must not lead the next one astray.
            buffer.ResetWrittenCount();
            buffer.GetSpan(sizeof(int));
            buffer.Advance(sizeof(int));
            using (var json = new Utf8JsonWriter(buffer, Options))
            {
                FrameWriter.Write(json, frame);
            }

            Send();
        }
    }

    /// <summary>The next frame's bytes; null at the end, also where that comes amid a frame: then the other side died.</summary>
    /// <exception cref="InvalidDataException">No frame begins here.</exception>
    public byte[]? Read()
    {
        Span<byte> head = stackalloc byte[sizeof(int)];
        if (stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length)
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length is <= 0 or > MostBytes)
        {
            throw new InvalidDataException(FormattableString.Invariant($"a frame of {length} bytes"));
        }

        var body = new byte[length];
        return stream.ReadAtLeast(body, length, throwOnEndOfStream: false) < length ? null : body;
    }

    void Send()
    {
        var length = buffer.WrittenCount - sizeof(int);
        if (length > MostBytes)
        {
            buffer = new ArrayBufferWriter<byte>();
            throw new InvalidDataException(FormattableString.Invariant($"{length >> 20} MB, and {MostBytes >> 20} are allowed"));
        }

        var whole = buffer.WrittenMemory;
        // The head was left free for the length, which is known only now.
        BinaryPrimitives.WriteInt32LittleEndian(System.Runtime.InteropServices.MemoryMarshal.AsMemory(whole).Span, length);
        stream.Write(whole.Span);
        stream.Flush();
        if (buffer.Capacity > KeptBytes)
        {
            buffer = new ArrayBufferWriter<byte>();
        }
    }
}
