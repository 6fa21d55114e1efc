using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>data list</c>: what the lake holds.</summary>
static class DataListVerb
{
    public static Command Make(Workspace workspace)
    {
        var stores = new StoreOptions();
        var revisions = new Option<bool>("--revisions") { Description = "list the former states of each tape too" };
        return new Command("list", "List what the lake holds. Example: data list --lake data/samples") { revisions }.With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var store = workspace.OpenStore(stores.Place(parsed));
                if (parsed.GetValue(revisions))
                {
                    return RevisionList.Show(store, terminal);
                }

                List<StoreEntry> entries = [.. store.List()];
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json => Write(json, entries)));
                }

                terminal.Result(entries.Count == 0 ? "The lake is empty. Try: ./run.sh data import PATH --instrument SYMBOL --format FORMAT" : Table(entries));
                return ExitCode.Ok;
            });
    }

    static string Table(List<StoreEntry> entries)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"instrument",-12}{"kind",-10}{"count",14}  {"from",-18}{"to",-18}{"MB",8}{"gaps",6}  {"quality",-10}source");
        foreach (var (data, _, bytes) in entries)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"{data.Instrument,-12}{data.Kind,-10}{data.Count,14:N0}  {Minute(data.From),-18}{Minute(data.To),-18}{bytes / 1e6,8:N1}{data.Gaps,6}  {data.Quality.ToString().ToLowerInvariant(),-10}{data.Source}");
        }

        return text.ToString().TrimEnd();
    }

    static string Minute(long nanos) => UtcNanos.ToDateTime(nanos).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    static void Write(Utf8JsonWriter json, List<StoreEntry> entries)
    {
        json.WriteStartArray();
        foreach (var (data, files, bytes) in entries)
        {
            json.WriteStartObject();
            DataJson.Members(json, data);
            json.WriteNumber("files", files);
            json.WriteNumber("bytes", bytes);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
