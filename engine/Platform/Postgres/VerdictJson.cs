using System.Text.Json.Serialization;

namespace Workbench.Platform.Postgres;

/// <summary>How verdicts of checks are written into the manifest's column, as the lake's manifests spell them; generated at build.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredQuality))]
sealed partial class VerdictJson : JsonSerializerContext;
