using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>sim VENUE</c>: a venue on loopback in a process of its own, for sessions that are begun and killed while it goes on.</summary>
static class SimVerb
{
    public static Command Make()
    {
        var venue = new Argument<string>("venue") { Description = "which", HelpName = string.Join('|', VenueCatalog.Names) };
        var port = new Option<int>("--port") { Description = "port on 127.0.0.1 (default: any free one)", HelpName = "N" };
        var walk = new Option<double>("--walk") { Description = "steps of its market in a second; 0 stands still", DefaultValueFactory = _ => 5d, HelpName = "N" };
        var seed = CommonOptions.Seed();
        var key = new Option<string?>("--key-env") { Description = "environment variable with the key that it wants to be shown (default: one that everybody knows)", HelpName = "VAR" };
        return new Command("sim", "Run a simulated venue on this machine. Example: sim oanda --port 5001") { venue, port, walk, seed, key }.Does((parsed, terminal, cancel) =>
        {
            var wanted = parsed.GetValue(key) is { } variable ? SecretInput.FromVariable(variable) : null;
            return Run(parsed.GetValue(venue)!, () => VenueCatalog.Simulate(parsed.GetValue(venue)!, parsed.GetValue(port), parsed.GetValue(walk), (int)parsed.GetValue(seed), wanted), terminal, cancel)
                .GetAwaiter().GetResult();
        });
    }

    static async Task<ExitCode> Run(string venue, Func<Task<SimPlace>> begin, Terminal terminal, CancellationToken cancel)
    {
        await using var sim = await begin().ConfigureAwait(false);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("venue", venue);
                writer.WriteString("root", sim.Root.ToString());
                writer.WriteEndObject();
            }));
        }

        terminal.Result($"{venue} at {sim.Root}   trade there: ./run.sh live FILE.csx --broker {venue} --sim {sim.Root} --data SYMBOL");
        Console.Out.Flush();
        await cancel.WhenCancelled().ConfigureAwait(false);
        return ExitCode.Ok;
    }

    static async Task WhenCancelled(this CancellationToken cancel)
    {
        var over = new TaskCompletionSource();
        await using var registration = cancel.Register(over.SetResult).ConfigureAwait(false);
        await over.Task.ConfigureAwait(false);
    }
}
