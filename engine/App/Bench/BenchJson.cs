using System.Text.Json.Serialization;

namespace Workbench.App;

/// <summary>How figures are spelt between processes, on stdout and in the committed table.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Measure))]
[JsonSerializable(typeof(BenchReport))]
sealed partial class BenchJson : JsonSerializerContext;
