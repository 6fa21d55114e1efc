using System.CommandLine;
using System.Globalization;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>data copy</c>: tapes from a lake into a database or back, each with the hash it had, its former states and its dividends and splits.</summary>
static class DataCopyVerb
{
    public static Command Make(Workspace workspace)
    {
        var lake = CommonOptions.Lake();
        var store = new Option<string>("--store") { Description = "the database; its password in PGPASSWORD", HelpName = "postgres://USER@HOST:PORT/DB", Required = true };
        var back = new Option<bool>("--back") { Description = "from the database into the lake" };
        var only = new Option<string[]>("--instrument") { Description = "only this one; may be repeated", HelpName = "SYMBOL" };
        return new Command("copy", "Copy tapes between a lake and a database. Example: data copy --lake data/samples --store postgres://me@localhost:5432/market") { lake, store, back, only }
            .Does((parsed, terminal, cancel) =>
            {
                IMarketStore inLake = workspace.OpenLake(parsed.GetValue(lake)), inDatabase = workspace.OpenStore(DatabaseAt.Address(parsed.GetValue(store)!).ToString());
                var (source, target) = parsed.GetValue(back) ? (inDatabase, inLake) : (inLake, inDatabase);
                List<DataIdentity> copied = [];
                List<DataIdentity> wanted = [.. source.List().Select(entry => entry.Data).Where(data => Wanted(data, parsed.GetValue(only) ?? []))];

                // They come first: what is written is judged by them.
                foreach (var actions in wanted.Select(tape => tape.Instrument).Distinct().Select(source.Actions).OfType<ActionTable>())
                {
                    target.Write(actions);
                }

                foreach (var tape in wanted)
                {
                    var former = new TapeCopy(source, target, terminal, cancel).Run(tape);
                    copied.Add(tape);
                    terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{tape.Instrument} {tape.Kind}: {tape.Count:N0}, sha256 {tape.Sha256[..12]}") + (former > 0 ? FormattableString.Invariant($", and {former} former states") : ""));
                }

                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json => Write(json, copied)));
                }

                return ExitCode.Ok;
            });
    }

    static bool Wanted(DataIdentity data, string[] only) => only.Length == 0 || only.Contains(data.Instrument, StringComparer.OrdinalIgnoreCase);

    static void Write(System.Text.Json.Utf8JsonWriter json, List<DataIdentity> copied)
    {
        json.WriteStartArray();
        foreach (var tape in copied)
        {
            json.WriteStartObject();
            DataJson.Members(json, tape);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
