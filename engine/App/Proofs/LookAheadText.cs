using System.Globalization;
using System.Text.Json;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What the look-ahead proof came to, in words and as a part of a document.</summary>
static class LookAheadText
{
    const int MostShown = 5;

    /// <summary>For a person.</summary>
    public static string Of(LookAheadResult result)
    {
        if (result.Decisions == 0)
        {
            return "Look-ahead: not proven, because the script decided nothing over these data.";
        }

        if (result.Passed)
        {
            return string.Create(CultureInfo.InvariantCulture,
                $"Look-ahead: none. {result.Decisions:N0} decisions; none before {result.Cuts.Count} cuts changed in {result.Reruns} reruns with another future ({result.Compared:N0} comparisons).");
        }

        var shown = string.Join("\n\n", result.Found.Take(MostShown));
        var more = result.Found.Count > MostShown ? string.Create(CultureInfo.InvariantCulture, $"\n\n… and {result.Found.Count - MostShown} more (--json has them all).") : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"LOOK-AHEAD: what the script decided before a cut changed with the data behind it, in {result.Found.Count} of {result.Reruns} reruns.\n\n{shown}{more}");
    }

    /// <summary>For a program.</summary>
    public static void Write(Utf8JsonWriter json, LookAheadResult result, long seed)
    {
        json.WriteStartObject();
        json.WriteBoolean("passed", result.Passed);
        json.WriteNumber("decisions", result.Decisions);
        json.WriteNumber("reruns", result.Reruns);
        json.WriteNumber("compared", result.Compared);
        json.WriteNumber("seed", seed);
        json.WriteStartArray("cuts");
        foreach (var cut in result.Cuts)
        {
            json.WriteStringValue(UtcNanos.ToIso(cut));
        }

        json.WriteEndArray();
        json.WriteStartArray("found");
        foreach (var found in result.Found)
        {
            Write(json, found);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, LookAhead found)
    {
        json.WriteStartObject();
        json.WriteString("cut", UtcNanos.ToIso(found.Future.Cut));
        json.WriteString("future", found.Future.Change.ToString().ToLowerInvariant());
        Write(json, "before", found.Before);
        Write(json, "now", found.Now);
        json.WriteString("failure", found.Failure);
        if (found.FirstChanged is { } changed)
        {
            json.WriteStartObject("firstChanged");
            json.WriteString("time", UtcNanos.ToIso(changed.Time));
            json.WriteString("instrument", changed.Instrument.Symbol);
            json.WriteString("text", changed.ToString());
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("firstChanged");
        }

        json.WriteEndObject();
    }

    static void Write(Utf8JsonWriter json, string name, Decision? decision)
    {
        if (decision is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("time", UtcNanos.ToIso(decision.Time));
        json.WriteNumber("order", decision.ClientOrderId);
        json.WriteString("terms", decision.Terms);
        json.WriteString("tag", decision.Tag);
        json.WriteEndObject();
    }
}
