using System.Globalization;
using System.Text.Json;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The sources, for programs. Nothing secret is in it.</summary>
static class SourcesText
{
    public static void Write(Utf8JsonWriter json, SourceRoom room)
    {
        json.WriteStartObject();
        json.WriteStartArray("sources");
        foreach (var seat in room.Seats)
        {
            Write(json, room, seat);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, SourceRoom room, SourceSeat seat)
    {
        var profile = seat.Known.Profile;
        json.WriteStartObject();
        json.WriteString("name", seat.Name);
        json.WriteString("summary", profile.Summary);
        json.WriteBoolean("on", seat.IsOn);
        json.WriteNumber("priority", seat.Priority);
        json.WriteString("address", seat.Address.AbsoluteUri);
        json.WriteString("format", profile.Format);
        json.WriteBoolean("needsKey", profile.NeedsKey);
        json.WriteBoolean("hasKey", profile.NeedsKey && seat.Key() is not null);
        Write(json, profile.Offers);
        Write(json, room.Health.Of(seat.Name), room.Health.Now);
        json.WriteStartArray("budget");
        foreach (var left in room.BudgetOf(seat).Left())
        {
            json.WriteStartObject();
            json.WriteString("bucket", left.Rule.Bucket);
            json.WriteNumber("limit", left.Rule.Limit);
            json.WriteNumber("left", left.Left);
            json.WriteNumber("windowSeconds", left.Rule.Window.TotalSeconds);
            json.WriteString("renews", Iso(left.Renews));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, IReadOnlyList<Offer> offers)
    {
        json.WriteStartArray("capabilities");
        foreach (var offer in offers)
        {
            json.WriteStartObject();
            json.WriteString("capability", offer.Capability.ToString());
            Write(json, "classes", offer.Classes.Select(each => each.ToString()));
            Write(json, "symbols", offer.Symbols);
            Write(json, "bars", offer.Bars.Select(each => each.ToString()));
            json.WriteString("since", offer.Since == long.MinValue ? null : UtcNanos.ToIso(offer.Since));
            json.WriteString("reach", offer.Reach is { } reach ? string.Create(CultureInfo.InvariantCulture, $"{reach.TotalDays:0.#}d") : null);
            json.WriteString("cost", offer.Cost);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    static void Write(Utf8JsonWriter json, SourceHealth health, DateTime now)
    {
        json.WriteStartObject("health");
        json.WriteString("state", health.Failure is { } failure ? failure.ToString().ToLowerInvariant() : "ok");
        json.WriteBoolean("resting", health.IsResting(now));
        json.WriteNumber("failures", health.Failures);
        json.WriteString("retryAt", health.RetryAt is { } retry ? Iso(retry) : null);
        json.WriteString("lastError", health.LastError.Length > 0 ? health.LastError : null);
        json.WriteString("lastErrorAt", health.LastErrorAt is { } at ? Iso(at) : null);
        json.WriteEndObject();
    }

    static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
