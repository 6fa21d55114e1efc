using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>What <c>data list --revisions</c> shows: each tape of a store with its former states, oldest first.</summary>
static class RevisionList
{
    public static ExitCode Show(IMarketStore store, Terminal terminal)
    {
        List<StoreRevision> states = [.. store.List().SelectMany(tape => store.Revisions(tape.Data.Instrument, tape.Data.Kind))];
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => Write(json, states)));
        }

        terminal.Result(Table(states));
        return ExitCode.Ok;
    }

    static string Table(List<StoreRevision> states)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"data",-26}{"count",14}  {"from",-12}{"to",-12}{"sha256",-14}{"replaced",-18}source");
        foreach (var state in states)
        {
            var data = state.Entry.Data;
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{Name(state),-26}{data.Count,14:N0}  {UtcNanos.ToIso(data.From)[..10],-12}{UtcNanos.ToIso(data.To)[..10],-12}{data.Sha256[..12],-14}{Replaced(state) ?? "in force",-18}{data.Source}");
        }

        return text.ToString().TrimEnd();
    }

    static string Name(StoreRevision state) => FormattableString.Invariant($"{state.Entry.Data.Instrument}:{state.Entry.Data.Kind}#{state.Number}");

    static string? Replaced(StoreRevision state) => state.ReplacedUtc?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static void Write(Utf8JsonWriter json, List<StoreRevision> states)
    {
        json.WriteStartArray();
        foreach (var state in states)
        {
            json.WriteStartObject();
            DataJson.Members(json, state.Entry.Data);
            json.WriteNumber("revision", state.Number);
            json.WriteBoolean("current", state.IsCurrent);
            json.WriteString("replaced", state.ReplacedUtc is { } replaced ? UtcNanos.ToIso(UtcNanos.From(replaced)) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
