using System.CommandLine;
using System.Globalization;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>data copy</c>: tapes from a lake into a database or back, each with the hash it had.</summary>
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
                foreach (var tape in source.List().Select(entry => entry.Data).Where(data => Wanted(data, parsed.GetValue(only) ?? [])))
                {
                    Copy(source, target, tape, terminal, cancel);
                    copied.Add(tape);
                    terminal.Result(string.Create(CultureInfo.InvariantCulture, $"{tape.Instrument} {tape.Kind}: {tape.Count:N0}, sha256 {tape.Sha256[..12]}"));
                }

                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json => Write(json, copied)));
                }

                return ExitCode.Ok;
            });
    }

    static bool Wanted(DataIdentity data, string[] only) => only.Length == 0 || only.Contains(data.Instrument, StringComparer.OrdinalIgnoreCase);

    /// <summary>Copies a tape with all that checks and comparisons said of it.</summary>
    static void Copy(IMarketStore source, IMarketStore target, DataIdentity tape, Terminal terminal, CancellationToken cancel)
    {
        var (kind, bars) = DataKinds.Named(tape.Kind);
        var instrument = source.Instrument(tape.Instrument);
        using var events = AnyTape.Open(source, instrument, kind, bars, TimeRange.All);
        AnyTape.Write(target, events, bars, tape.Source, new Watch(() => tape.Count, terminal, cancel));
        target.Keep(instrument, kind, bars, source.Verdicts(instrument, kind, bars));
    }

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
