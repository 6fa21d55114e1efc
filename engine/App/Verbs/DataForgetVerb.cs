using System.CommandLine;
using System.Globalization;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data forget INSTRUMENT:kind --keep N</c>: how many former states of a tape are worth their room is the user's to say.</summary>
static class DataForgetVerb
{
    public static Command Make(Workspace workspace)
    {
        var tape = new Argument<string>("data") { Description = "tape whose former states are too many", HelpName = "INSTRUMENT[:kind]" };
        var keep = new Option<int>("--keep") { Description = "former states that stay, the youngest", Required = true, HelpName = "N" };
        var stores = new StoreOptions();
        return new Command("forget", "Forget the oldest former states of a tape. Example: data forget SPY:1d --keep 3") { tape, keep }.With(stores.All)
            .Does((parsed, terminal, _) =>
            {
                var most = parsed.GetValue(keep);
                if (most < 0)
                {
                    throw CliErrors.BadNumber("--keep", most.ToString(CultureInfo.InvariantCulture), "0 or more is needed");
                }

                var opened = workspace.OpenStore(stores.Place(parsed));
                var stored = StoredKind.Of(opened, parsed.GetValue(tape)!);
                var gone = opened.Forget(stored.Instrument.Symbol, stored.Name, most);
                if (terminal.Json)
                {
                    terminal.Document(JsonText.Of(json =>
                    {
                        json.WriteStartObject();
                        json.WriteNumber("forgotten", gone);
                        json.WriteEndObject();
                    }));
                }

                terminal.Result(FormattableString.Invariant($"{stored.Instrument.Symbol}:{stored.Name}: {gone} former states forgotten"));
                return ExitCode.Ok;
            });
    }
}
