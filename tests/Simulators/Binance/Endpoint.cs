using System.Text.Json.Nodes;

namespace Workbench.Simulators.Binance;

/// <summary>A call that the venue knows, by REST and where it has a method also by socket.</summary>
sealed record Endpoint(string Verb, string Path, Security Security, Func<Params, int> Weight, Func<Params, JsonNode> Handle)
{
    /// <summary>Name in the WebSocket API; null where it has none.</summary>
    public string? Method { get; init; }

    public Deed Deed { get; init; }

    /// <summary>Whether it costs no weight where it is done (spot, since 2026-04-02).</summary>
    public bool IsFreeWhenDone { get; init; }

    public bool CountsAsOrder => Deed == Deed.Submit;
}
