using System.Text.Json.Serialization;

namespace Workbench.App;

/// <summary>Recipes as they are written. Made when the program is built: every backtest writes one, and reflection would be felt in its start.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(RunRecipe))]
sealed partial class RunRecipeJson : JsonSerializerContext;
