using System.Text.Json.Serialization;

namespace Workbench.Platform.Vault;

/// <summary>Keys as the stores write them.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(VenueKeys))]
[JsonSerializable(typeof(List<VenueKeys>))]
sealed partial class VaultJson : JsonSerializerContext;
