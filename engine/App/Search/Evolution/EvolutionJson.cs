using System.Text.Json.Serialization;

namespace Workbench.App;

/// <summary>Evolutions as they are kept.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(EvolutionRecipe))]
[JsonSerializable(typeof(EvolutionDocument))]
[JsonSerializable(typeof(IReadOnlyList<BornRecord>))]
sealed partial class EvolutionJson : JsonSerializerContext;
