using System.Text.Json;

namespace Workbench.Data.Providers.Tiingo;

/// <summary>Looks at Tiingo's answers: good ones are lists, refusals an object with <c>detail</c>, now and then with status 200.</summary>
static class TiingoWire
{
    /// <summary>The answer, where it is a list of rows that have what is needed.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="needed">What each row has.</param>
    /// <param name="forbidden">What it means that a token that is known may not have this.</param>
    public static byte[] Rows(ProviderAnswer answer, string needed, ProviderFailure forbidden = ProviderFailure.Unauthorized)
    {
        answer.RefuseByStatus(answer.Said("detail"), forbidden);
        using var document = answer.Json();
        var root = document.RootElement;
        if (answer.Said("detail") is { } detail)
        {
            throw answer.Refusal(MeaningOf(detail, forbidden), detail);
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            throw answer.Garbled("JSON that is no list");
        }

        return root.EnumerateArray().All(row => row.ValueKind == JsonValueKind.Object && (row.TryGetProperty(needed, out _) || row.TryGetProperty("priceData", out _)))
            ? answer.Body
            : throw answer.Garbled($"rows without '{needed}'");
    }

    static ProviderFailure MeaningOf(string detail, ProviderFailure forbidden) =>
        Has(detail, "permission") ? forbidden
        : Has(detail, "token") || Has(detail, "credentials") ? ProviderFailure.Unauthorized
        : Has(detail, "limit") || Has(detail, "allocation") || Has(detail, "throttle") ? ProviderFailure.Limited
        : ProviderFailure.NotThere;

    static bool Has(string detail, string word) => detail.Contains(word, StringComparison.OrdinalIgnoreCase);
}
