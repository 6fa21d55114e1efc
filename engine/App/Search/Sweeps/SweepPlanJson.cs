using System.Text.Json.Serialization;

namespace Workbench.App;

/// <summary>Plans as they are written: the members in the order in which they are declared, so that one plan has one text.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(SweepPlan))]
[JsonSerializable(typeof(SweepEnd))]
sealed partial class SweepPlanJson : JsonSerializerContext;
