using System.Text.Json.Serialization;

namespace Workbench.Data.Lake;

/// <summary>How a manifest is spelt; generated at build, since reflection over it would cost more than all else at start-up.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Manifest))]
sealed partial class ManifestJson : JsonSerializerContext;
