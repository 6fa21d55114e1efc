using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workbench.App;

/// <summary>One JSON document, written out by hand: reflection would cost more at start-up than the documents take.</summary>
static class JsonText
{
    static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlySpan<byte> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return buffer.WrittenSpan;
    }
}
