using System.CommandLine;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data export INSTRUMENT[:kind]</c>: stored data as one file that other programs open.</summary>
static class DataExportVerb
{
    public static Command Make(Workspace workspace)
    {
        var what = new Argument<string>("data") { Description = "what to export", HelpName = "INSTRUMENT[:kind]" };
        var file = new Option<string>("--out-file") { Description = "where it goes; must not be there yet", HelpName = "FILE.csv|FILE.parquet", Required = true };
        var (from, to, stores) = (CommonOptions.From(), CommonOptions.To(), new StoreOptions());
        return new Command("export", "Write stored data into one file. Example: data export EURUSD:ticks --from 2024-03-04 --to 2024-03-05 --out-file ticks.csv") { what, file, from, to }.With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var path = Checked(parsed.GetValue(file)!);
                var opened = workspace.OpenStore(stores.Place(parsed));
                var stored = StoredKind.Of(opened, parsed.GetValue(what)!);
                var rows = StoreExport.Write(opened, stored.Instrument, stored.Kind, stored.Bars, CommonOptions.Range(parsed.GetValue(from), parsed.GetValue(to)), path);
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteString("instrument", stored.Instrument.Symbol);
                        json.WriteString("kind", stored.Name);
                        json.WriteNumber("count", rows);
                        json.WriteString("file", path);
                        json.WriteEndObject();
                    }));
                }

                terminal.Result(FormattableString.Invariant($"{stored.Instrument.Symbol}:{stored.Name}: {rows:N0} rows in {path}"));
                return ExitCode.Ok;
            });
    }

    static string Checked(string path) =>
        !path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase) ? throw RepairErrors.OutFileFormat(path)
        : File.Exists(path) ? throw RepairErrors.OutFileThere(path)
        : path;
}
