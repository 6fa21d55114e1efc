using System.Globalization;
using System.Text.Json;

namespace Workbench.Data.Providers.Tiingo;

/// <summary>
/// News of a window, whole. An answer holds a thousand: a full one is followed by the question for those behind it, until one is not full.
/// Where that question brings nothing that is new, no other is left: the rest is missing, and that is said.
/// </summary>
/// <param name="ask">Asks, and gives the answer where it is a list of news.</param>
/// <param name="tell">Told of what is missing.</param>
sealed class TiingoNews(Func<string, Task<byte[]>> ask, Action<string> tell)
{
    /// <summary>News of an answer at most.</summary>
    public const int Most = 1000;

    readonly HashSet<string> known = new(StringComparer.Ordinal);

    /// <summary>The answer to a request, made of as many as it takes.</summary>
    public async Task<byte[]> Whole(string request)
    {
        var answer = await ask(request).ConfigureAwait(false);
        var items = Items(answer);
        if (items.Count < Most)
        {
            return answer;
        }

        var all = New(items);
        while (items.Count >= Most)
        {
            items = Items(await ask(string.Create(CultureInfo.InvariantCulture, $"{request}&offset={all.Count}")).ConfigureAwait(false));
            var more = New(items);
            all.AddRange(more);
            if (more.Count == 0 && items.Count > 0)
            {
                tell(string.Create(CultureInfo.InvariantCulture, $"tiingo gives no more than {all.Count:N0} news for {request}: what it has beyond them is missing"));
                break;
            }
        }

        return Written(all);
    }

    // News that come in between two questions push those before them on, which then come twice.
    List<JsonElement> New(List<JsonElement> items) => [.. items.Where(item => known.Add(item.TryGetProperty("id", out var id) ? id.GetRawText() : item.GetRawText()))];

    static List<JsonElement> Items(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return [.. document.RootElement.EnumerateArray().Select(item => item.Clone())];
    }

    static byte[] Written(List<JsonElement> items)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartArray();
            items.ForEach(item => item.WriteTo(json));
            json.WriteEndArray();
        }

        return bytes.ToArray();
    }
}
