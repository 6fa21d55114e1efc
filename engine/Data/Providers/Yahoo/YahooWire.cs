using System.Text.Json;

namespace Workbench.Data.Providers.Yahoo;

/// <summary>Looks at a chart answer: Yahoo says with status 200 too that it has nothing, and gives longer bars than were asked for without a word.</summary>
static class YahooWire
{
    /// <summary>The answer, where it is the chart that was asked for.</summary>
    public static byte[] Chart(ProviderAnswer answer, string symbol, string interval)
    {
        if (answer.IsOk)
        {
            using var document = answer.Json();
            Look(answer, document.RootElement, symbol, interval);
            return answer.Body;
        }

        // It has no key, so that nobody could mend a 403: it is how callers who ask too often are turned away. "Bad Request" is a range without data.
        answer.RefuseByStatus(answer.Said("chart", "error", "description") ?? answer.Said("finance", "error", "description"), ProviderFailure.Limited);
        throw answer.Garbled("nothing that can be read");
    }

    static void Look(ProviderAnswer answer, JsonElement root, string symbol, string interval)
    {
        if (answer.Said("chart", "error", "code") is { } code)
        {
            throw answer.Refusal(
                code.Contains("unauthorized", StringComparison.OrdinalIgnoreCase) ? ProviderFailure.Unauthorized : ProviderFailure.NotThere,
                answer.Said("chart", "error", "description") ?? code);
        }

        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("chart", out var chart) || chart.ValueKind != JsonValueKind.Object
            || !chart.TryGetProperty("result", out var results) || results.ValueKind != JsonValueKind.Array || results.GetArrayLength() == 0
            || results[0].ValueKind != JsonValueKind.Object || !results[0].TryGetProperty("meta", out var meta) || meta.ValueKind != JsonValueKind.Object)
        {
            throw answer.Garbled("JSON that is no chart");
        }

        Same(answer, meta, "symbol", symbol);
        Same(answer, meta, "dataGranularity", interval);
        Whole(answer, results[0]);
    }

    static void Same(ProviderAnswer answer, JsonElement meta, string name, string asked)
    {
        var got = meta.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        if (got is not null && !got.Equals(asked, StringComparison.OrdinalIgnoreCase))
        {
            throw answer.Garbled($"'{name}' {got} where {asked} was asked for");
        }
    }

    static void Whole(ProviderAnswer answer, JsonElement result)
    {
        if (!result.TryGetProperty("timestamp", out var stamps) || stamps.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var isWhole = result.TryGetProperty("indicators", out var indicators) && indicators.TryGetProperty("quote", out var quotes)
            && quotes.ValueKind == JsonValueKind.Array && quotes.GetArrayLength() > 0
            && quotes[0].TryGetProperty("close", out var closes) && closes.ValueKind == JsonValueKind.Array && closes.GetArrayLength() == stamps.GetArrayLength();
        if (!isWhole)
        {
            throw answer.Garbled("fewer prices than times");
        }
    }
}
