using System.Globalization;
using System.Text.Json;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What came of a fetch, for people and for programs.</summary>
static class FetchText
{
    public static string Sentence(FetchResult result)
    {
        var (words, stored) = (RouteErrors.Words(result.Want), result.Stored);
        return result.Legs.Count == 0
            ? result.Missing.IsEmpty ? $"{words}: the lake has all of it already (--refresh fetches it again)" : $"{words}: nothing came"
            : string.Create(CultureInfo.InvariantCulture, $"{words}: {stored.Count:N0} from {string.Join(", then ", result.Legs.Select(Leg))}")
                + (stored.Count > 0 ? $"; {UtcNanos.ToIso(stored.First)} to {UtcNanos.ToIso(stored.Last)}" : "");
    }

    static string Leg(FetchedLeg leg) => string.Create(CultureInfo.InvariantCulture,
        $"{leg.Source} ({leg.Asked:N0} pieces{(leg.Kept > 0 ? string.Create(CultureInfo.InvariantCulture, $" and {leg.Kept:N0} of an earlier try") : "")}, {leg.Bytes / 1e6:0.0} MB)");

    public static void Write(Utf8JsonWriter json, FetchResult result, TimeSpan elapsed, WorkbenchException? error)
    {
        var stored = result.Stored;
        json.WriteStartObject();
        json.WriteString("instrument", result.Want.Instrument.Symbol);
        json.WriteString("kind", result.Want.Kind.Name(result.Want.Bars));
        json.WriteNumber("count", stored.Count);
        json.WriteString("from", stored.Count == 0 ? null : UtcNanos.ToIso(stored.First));
        json.WriteString("to", stored.Count == 0 ? null : UtcNanos.ToIso(stored.Last));
        json.WriteNumber("asked", result.Legs.Sum(leg => leg.Asked));
        json.WriteNumber("kept", result.Legs.Sum(leg => leg.Kept));
        json.WriteStartArray("sources");
        foreach (var leg in result.Legs)
        {
            json.WriteStartObject();
            json.WriteString("name", leg.Source);
            Write(json, "days", leg.Days);
            json.WriteNumber("asked", leg.Asked);
            json.WriteNumber("kept", leg.Kept);
            json.WriteNumber("bytes", leg.Bytes);
            json.WriteNumber("count", leg.Stored.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Write(json, "there", result.There);
        Write(json, "missing", result.Missing);
        Write(json, "why", result.Why);
        Write(json, "warnings", stored.Warnings);
        json.WriteNumber("wallSeconds", Math.Round(elapsed.TotalSeconds, 3));
        if (error is not null)
        {
            json.WriteStartObject("error");
            json.WriteString("code", error.Code);
            json.WriteString("message", error.Message);
            json.WriteString("try", error.TryNext);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, TimeRanges ranges)
    {
        json.WriteStartArray(name);
        foreach (var range in ranges)
        {
            json.WriteStartObject();
            json.WriteString("from", UtcNanos.ToIso(range.From));
            json.WriteString("to", UtcNanos.ToIso(range.To));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, IReadOnlyList<string> sentences)
    {
        json.WriteStartArray(name);
        foreach (var sentence in sentences)
        {
            json.WriteStringValue(VaultRoom.Secrets.Scrub(sentence));
        }

        json.WriteEndArray();
    }
}
