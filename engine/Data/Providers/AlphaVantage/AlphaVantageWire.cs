using System.Text.Json;

namespace Workbench.Data.Providers.AlphaVantage;

/// <summary>
/// Looks at Alpha Vantage's answers: whatever is wrong comes with status 200 too, as a sentence under <c>Note</c>, <c>Information</c> or
/// <c>Error Message</c>. The sentence about the limit repeats the key.
/// </summary>
static class AlphaVantageWire
{
    /// <summary>The answer, where it holds what was asked for.</summary>
    public static byte[] Checked(ProviderAnswer answer, bool isNews)
    {
        answer.RefuseByStatus();
        using var document = answer.Json();
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw answer.Garbled("JSON that is no object");
        }

        if (root.TryGetProperty(isNews ? "feed" : "Meta Data", out _))
        {
            return isNews || root.EnumerateObject().Any(member => member.Name.StartsWith("Time Series", StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.Object)
                ? answer.Body
                : throw answer.Garbled("JSON without a time series");
        }

        var said = answer.Said("Error Message") ?? answer.Said("Information") ?? answer.Said("Note") ?? throw answer.Garbled("JSON that is no answer of its own");
        throw answer.Refusal(MeaningOf(said, root.TryGetProperty("Error Message", out _)), said);
    }

    static ProviderFailure MeaningOf(string said, bool isError) =>
        Has(said, "apikey is invalid") || Has(said, "demo** API key") || Has(said, "demo API key") ? ProviderFailure.Unauthorized
        : Has(said, "premium endpoint") || Has(said, "premium feature") || Has(said, "Invalid inputs") || Has(said, "No articles found") ? ProviderFailure.NotThere
        : isError ? ProviderFailure.NotThere
        : ProviderFailure.Limited;

    static bool Has(string said, string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);
}
