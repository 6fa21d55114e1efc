using System.Text.Json;

namespace Workbench.Data.Providers.Tiingo;

/// <summary>Looks at Tiingo's answers: good ones are lists, refusals an object with <c>detail</c>, now and then with status 200.</summary>
static class TiingoWire
{
    /// <summary>The answer, where it is a list of rows that have what is needed.</summary>
    public static byte[] Rows(ProviderAnswer answer, string needed)
    {
        answer.RefuseByStatus(answer.Said("detail"));
        using var document = answer.Json();
        var root = document.RootElement;
        if (answer.Said("detail") is { } detail)
        {
            throw answer.Refusal(MeaningOf(detail), detail);
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            throw answer.Garbled("JSON that is no list");
        }

        return root.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object && (row.TryGetProperty(needed, out _) || row.TryGetProperty("priceData", out _)))
            ? answer.Body
            : throw answer.Garbled($"rows without '{needed}'");
    }

    static ProviderFailure MeaningOf(string detail) =>
        Has(detail, "token") || Has(detail, "credentials") || Has(detail, "permission") ? ProviderFailure.Unauthorized
        : Has(detail, "limit") || Has(detail, "allocation") || Has(detail, "throttle") ? ProviderFailure.Limited
        : ProviderFailure.NotThere;

    static bool Has(string detail, string word) => detail.Contains(word, StringComparison.OrdinalIgnoreCase);
}
