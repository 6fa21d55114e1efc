using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers;

/// <summary>What a call is answered with, before faults bend it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Type">Content type.</param>
/// <param name="Body">The body, whole.</param>
public sealed record ProviderAnswer(int Status, string Type, byte[] Body)
{
    static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Seconds to wait, where the answer asks for a pause.</summary>
    public int? RetryAfter { get; init; }

    /// <summary>JSON as the providers write it.</summary>
    public static ProviderAnswer Json(JsonNode body, int status = 200, string type = "application/json") => new(status, type, Encoding.UTF8.GetBytes(body.ToJsonString(Plain)));

    /// <summary>Text of any type.</summary>
    public static ProviderAnswer Text(string body, string type = "text/plain; charset=utf-8", int status = 200) => new(status, type, Encoding.UTF8.GetBytes(body));

    /// <summary>Bytes, as they lie in a file.</summary>
    public static ProviderAnswer Bytes(byte[] body) => new(200, "application/octet-stream", body);
}
