using System.Text.Json;

namespace Workbench.Data.Providers.Binance;

/// <summary>Looks at Binance's answers: good ones are lists, refusals an object with <c>code</c> and <c>msg</c>.</summary>
static class BinanceWire
{
    /// <summary>The rows of an answer, which live as long as it does.</summary>
    public static JsonDocument Rows(ProviderAnswer answer)
    {
        // 403 is its firewall, which turns away who asks too often; 400 an unknown symbol.
        answer.RefuseByStatus(answer.Said("msg"), ProviderFailure.Limited);
        var document = answer.Json();
        if (document.RootElement.ValueKind == JsonValueKind.Array)
        {
            return document;
        }

        document.Dispose();
        throw answer.Said("msg") is { } said ? answer.Refusal(ProviderFailure.NotThere, said) : answer.Garbled("JSON that is no list");
    }

    /// <summary>A bar has its end and its volume, a print its price and time.</summary>
    public static void Check(ProviderAnswer answer, JsonElement rows)
    {
        if (!rows.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Array
            ? row.GetArrayLength() >= 7
            : row.ValueKind == JsonValueKind.Object && row.TryGetProperty("p", out _) && row.TryGetProperty("T", out _) && row.TryGetProperty("a", out _)))
        {
            throw answer.Garbled("rows that are neither bars nor prints");
        }
    }
}
