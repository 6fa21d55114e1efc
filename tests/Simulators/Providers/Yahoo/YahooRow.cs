using System.Text.Json.Nodes;

namespace Workbench.Simulators.Providers.Yahoo;

/// <summary>A bar of a chart; numbers are kept as they are written, and any of them may be null.</summary>
sealed record YahooRow(long Time, JsonNode? Open, JsonNode? High, JsonNode? Low, JsonNode? Close, JsonNode? Volume, JsonNode? Adjusted);
