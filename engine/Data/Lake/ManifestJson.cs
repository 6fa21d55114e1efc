using System.Text.Json.Serialization;

namespace Workbench.Data.Lake;

/// <summary>How a manifest is written; generated at build. Read it is by <see cref="ManifestReader"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Manifest))]
sealed partial class ManifestJson : JsonSerializerContext;
