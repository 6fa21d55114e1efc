using System.Text.Json.Serialization;

namespace Workbench.Platform.DeadLetters;

/// <summary>Letters as they are written: one line each.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DeadLetter))]
sealed partial class DeadLetterJson : JsonSerializerContext;
