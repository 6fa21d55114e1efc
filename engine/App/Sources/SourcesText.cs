using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The sources, for people and for programs. Nothing secret is in it.</summary>
static class SourcesText
{
    const int LongestError = 80;

    public static string Table(SourceRoom room)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"source",-16}{"place",6}  {"health",-28}{"calls left",-22}can do");
        foreach (var seat in room.Seats)
        {
            var health = room.Health.Of(seat.Name);
            text.AppendLine(CultureInfo.InvariantCulture, $"{seat.Name,-16}{seat.Priority,6}  {State(room, seat, health),-28}{Budget(room, seat),-22}{CanDo(seat)}");
            if (health.LastError.Length > 0)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{"",24}last error {health.LastErrorAt:yyyy-MM-dd HH:mm:ss}: {Short(health.LastError)}");
            }
        }

        return text.Append("decisions: ./run.sh data sources --log").ToString();
    }

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

    static string State(SourceRoom room, SourceSeat seat, SourceHealth health) =>
        !seat.IsOn ? "off"
        : seat.Known.Profile.NeedsKey && seat.Key() is null ? "no key"
        : health.Failure is not { } failure ? "ok"
        : string.Create(CultureInfo.InvariantCulture, $"{failure.ToString().ToLowerInvariant()}{(health.IsResting(room.Health.Now) ? $", again {health.RetryAt:HH:mm:ss}" : "")}");

    static string Budget(SourceRoom room, SourceSeat seat)
    {
        var left = room.BudgetOf(seat).Left();
        return left.Count == 0 ? "not counted" : string.Join(", ", left.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Left} of {each.Rule.Limit} {Window(each.Rule.Window)}")));
    }

    static string Window(TimeSpan window) => window.TotalDays >= 28 ? "a month" : window.TotalDays >= 1 ? "a day" : window.TotalHours >= 1 ? "an hour" : "in " + window.ToString("c", CultureInfo.InvariantCulture);

    static string CanDo(SourceSeat seat) => string.Join(", ", seat.Known.Profile.Offers.GroupBy(offer => offer.Capability).Select(group =>
        group.Key + (group.SelectMany(offer => offer.Classes).Distinct().ToList() is { Count: > 0 } classes ? $" ({string.Join(' ', classes)})" : "")));

    static string Short(string text) => text.Length > LongestError ? text[..LongestError] + "…" : text;

    static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
