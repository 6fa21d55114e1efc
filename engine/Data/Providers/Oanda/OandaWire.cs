using System.Text.Json;

namespace Workbench.Data.Providers.Oanda;

/// <summary>Looks at OANDA's answers: bars under <c>candles</c>, refusals under <c>errorMessage</c>.</summary>
static class OandaWire
{
    /// <summary>The answer, where it holds bars of bid and ask, or none.</summary>
    public static byte[] Bars(ProviderAnswer answer)
    {
        answer.RefuseByStatus(answer.Said("errorMessage"));
        using var document = answer.Json();
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("candles", out var bars) && bars.ValueKind == JsonValueKind.Array
            && bars.EnumerateArray().All(bar => bar.ValueKind == JsonValueKind.Object && bar.TryGetProperty("time", out _) && bar.TryGetProperty("bid", out _) && bar.TryGetProperty("ask", out _))
            ? answer.Body
            : throw answer.Garbled("JSON without bars of bid and ask");
    }
}
