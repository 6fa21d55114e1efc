using System.Globalization;
using System.Text.Json;

namespace Workbench.Data.Providers.AlphaVantage;

/// <summary>
/// News of a window, whole. An answer holds a thousand, the earliest first: a full one is followed by the question for what came from the
/// minute of its last on. More than a thousand within one minute cannot be told apart by any question: the others are missing, and that is said.
/// </summary>
/// <param name="ask">Asks, and gives the answer where it holds news.</param>
/// <param name="tell">Told of what is missing.</param>
sealed class AlphaVantageNews(Func<string, Task<byte[]>> ask, Action<string> tell)
{
    /// <summary>News of an answer at most.</summary>
    public const int Most = 1000;

    const string Minute = "yyyyMMdd'T'HHmm";
    const int MinuteLetters = 13;

    /// <summary>The answer to a request with <c>time_from</c> and <c>time_to</c>, made of as many as it takes.</summary>
    public async Task<byte[]> Whole(string request)
    {
        var answer = await ask(request).ConfigureAwait(false);
        var (from, to) = (Value(request, "time_from"), Value(request, "time_to"));
        var all = new List<JsonElement>();
        while (Feed(answer) is { Count: >= Most } full)
        {
            var next = Next(full);
            all.AddRange(full.TakeWhile(item => string.CompareOrdinal(MinuteOf(item), next) < 0));
            if (string.CompareOrdinal(next, to) > 0)
            {
                return Written(all);
            }

            answer = await ask(request.Replace("time_from=" + from, "time_from=" + next, StringComparison.Ordinal)).ConfigureAwait(false);
        }

        return all.Count == 0 ? answer : Written([.. all, .. Feed(answer)]);
    }

    /// <summary>The minute to go on from: that of the last, which may have more; the one behind it where there is no other in the answer.</summary>
    string Next(List<JsonElement> full)
    {
        var (first, last) = (MinuteOf(full[0]), MinuteOf(full[^1]));
        if (full.Zip(full.Skip(1)).Any(pair => string.CompareOrdinal(MinuteOf(pair.First), MinuteOf(pair.Second)) > 0))
        {
            throw new ProviderException(ProviderFailure.Garbled, "alphavantage answered with news that are not in the order of time.");
        }

        if (first != last)
        {
            return last;
        }

        var minute = DateTime.ParseExact(last, Minute, CultureInfo.InvariantCulture);
        tell(string.Create(CultureInfo.InvariantCulture, $"alphavantage gives no more than {Most:N0} news of the minute {minute:yyyy-MM-dd HH:mm} UTC: what it has beyond them is missing"));
        return minute.AddMinutes(1).ToString(Minute, CultureInfo.InvariantCulture);
    }

    static List<JsonElement> Feed(byte[] answer)
    {
        using var document = JsonDocument.Parse(answer);
        return document.RootElement.GetProperty("feed") is { ValueKind: JsonValueKind.Array } feed ? [.. feed.EnumerateArray().Select(item => item.Clone())] : [];
    }

    static byte[] Written(List<JsonElement> items)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("items", items.Count.ToString(CultureInfo.InvariantCulture));
            json.WriteStartArray("feed");
            items.ForEach(item => item.WriteTo(json));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    static string MinuteOf(JsonElement item) => item.TryGetProperty("time_published", out var time) && time.GetString() is { Length: >= MinuteLetters } text
        ? text[..MinuteLetters]
        : throw new ProviderException(ProviderFailure.Garbled, "alphavantage answered with news without a time.");

    static string Value(string request, string name) => request.Split('?', '&').First(part => part.StartsWith(name + "=", StringComparison.Ordinal))[(name.Length + 1)..];
}
