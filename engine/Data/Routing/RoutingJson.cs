using System.Text.Json.Serialization;

namespace Workbench.Data.Routing;

/// <summary>How the state of sources is written; generated at build.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = false, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SortedDictionary<string, SourceHealth>))]
[JsonSerializable(typeof(SortedDictionary<string, SpentWindow>))]
[JsonSerializable(typeof(StagedPiece))]
sealed partial class RoutingJson : JsonSerializerContext;
