using System.CommandLine;
using Workbench.Model;
using Workbench.Platform.Resilience;

namespace Workbench.App;

/// <summary><c>broker test VENUE</c>: whether the keys open the account, and what they may do there. Nothing is sent that could trade.</summary>
static class BrokerTestVerb
{
    public static Command Make()
    {
        var (venue, name) = (BrokerVerb.Venue(), BrokerVerb.Name());
        var (sim, symbols) = (SessionTarget.Sim(), SessionTarget.Symbols());
        return new Command("test", "Try the keys of an account: clock, permissions, money, instruments. Example: broker test oanda --name demo; without an account: broker test oanda --sim")
        {
            venue, name, sim, symbols,
        }.Does((parsed, terminal, cancel) =>
            Run(parsed.GetValue(venue)!, parsed.GetValue(name)!, SessionTarget.SimOf(parsed, sim), parsed.GetValue(symbols) ?? [], terminal, cancel).GetAwaiter().GetResult());
    }

    static async Task<ExitCode> Run(string venue, string name, string? sim, IReadOnlyList<string> symbols, Terminal terminal, CancellationToken cancel)
    {
        await using var access = await AccountAccess.Open(venue, name, sim, seed: 1).ConfigureAwait(false);
        await using var connection = VenueCatalog.Connect(venue, access.Keys, access.Sim, new RecentFailures(TimeProvider.System));
        var seen = new List<(string Mark, string What, string Found)>();
        var preflight = new Preflight(terminal) { Said = (mark, what, found) => seen.Add((mark, what, found)) };
        preflight.Good("keys", access.Keys.ToString());
        await new VenueCheck(connection, preflight).Look(symbols, cancel).ConfigureAwait(false);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("good", !preflight.HasFailed);
                writer.WriteStartArray("checks");
                foreach (var (mark, what, found) in seen)
                {
                    writer.WriteStartObject();
                    writer.WriteString("check", what);
                    writer.WriteString("verdict", mark switch { "✓" => "good", "!" => "warn", _ => "bad" });
                    writer.WriteString("found", found);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }));
        }

        foreach (var (mark, what, found) in seen)
        {
            terminal.Result($"  {mark} {what,-14} {found}");
        }

        preflight.Pass();
        return ExitCode.Ok;
    }
}
