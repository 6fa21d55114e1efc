using System.Text.Json.Nodes;

namespace Workbench.Simulators.Binance;

/// <summary>What a call is answered with. Where <paramref name="IsLost"/>, it is not answered: the connection breaks.</summary>
sealed record BinanceAnswer(int Status, JsonNode Body, IReadOnlyList<(string Name, string Value)> Headers, bool IsLost = false);
