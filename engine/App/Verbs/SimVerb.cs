using System.CommandLine;
using Workbench.Model;
using Workbench.Simulators.Providers;

namespace Workbench.App;

/// <summary><c>sim NAME</c>: a venue or a source of data on loopback in a process of its own, for sessions and fetches that are begun and killed while it goes on.</summary>
static class SimVerb
{
    static readonly IReadOnlyList<string> Names = [.. VenueCatalog.Names, .. SourceSimulators.Names];

    public static Command Make()
    {
        var name = new Argument<string>("name") { Description = "which venue or source of data", HelpName = string.Join('|', Names) };
        var port = new Option<int>("--port") { Description = "port on 127.0.0.1 (default: any free one)", HelpName = "N" };
        var walk = new Option<double>("--walk") { Description = "venues: steps of the market in a second; 0 stands still", DefaultValueFactory = _ => 5d, HelpName = "N" };
        var seed = CommonOptions.Seed();
        var key = new Option<string?>("--key-env") { Description = "environment variable with the key that it wants to be shown (default: one that everybody knows)", HelpName = "VAR" };
        var recorded = new Option<string?>("--recorded") { Description = "sources: folder of recorded answers to serve (default: a market drawn from the seed)", HelpName = "DIR" };
        var budget = new Option<int?>("--budget") { Description = "sources: calls that are answered in a day (default: as its free key has)", HelpName = "N" };
        return new Command("sim", "Run a simulated venue or source of data on this machine. Examples: sim oanda --port 5001; sim dukascopy") { name, port, walk, seed, key, recorded, budget }.Does((parsed, terminal, cancel) =>
        {
            var (wanted, which) = (parsed.GetValue(key) is { } variable ? SecretInput.FromVariable(variable) : null, parsed.GetValue(name)!);
            var running = !SourceSimulators.Has(which)
                ? Run(which, () => VenueCatalog.Simulate(which, parsed.GetValue(port), parsed.GetValue(walk), (int)parsed.GetValue(seed), wanted), terminal, cancel)
                : RunSource(which, new ProviderOptions
                {
                    Port = parsed.GetValue(port), Seed = (int)parsed.GetValue(seed), ApiKey = wanted ?? new ProviderOptions().ApiKey,
                    Recorded = parsed.GetValue(recorded) is { } folder ? Folder(folder) : null, DayBudget = parsed.GetValue(budget),
                }, terminal, cancel);
            return running.GetAwaiter().GetResult();
        });
    }

    static async Task<ExitCode> Run(string venue, Func<Task<SimPlace>> begin, Terminal terminal, CancellationToken cancel)
    {
        await using var sim = await begin().ConfigureAwait(false);
        Tell(terminal, "venue", venue, sim.Root, $"trade there: ./run.sh live FILE.csx --broker {venue} --sim {sim.Root} --data SYMBOL");
        await cancel.WhenCancelled().ConfigureAwait(false);
        return ExitCode.Ok;
    }

    static async Task<ExitCode> RunSource(string source, ProviderOptions options, Terminal terminal, CancellationToken cancel)
    {
        await using var sim = await SourceSimulators.Start(source, options).ConfigureAwait(false);
        Tell(terminal, "source", source, sim.BaseUri, "have it asked: " + SourceSimulators.Hint(source, sim.BaseUri));
        await cancel.WhenCancelled().ConfigureAwait(false);
        return ExitCode.Ok;
    }

    static void Tell(Terminal terminal, string kind, string name, Uri root, string next)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString(kind, name);
                writer.WriteString("root", root.ToString());
                writer.WriteEndObject();
            }));
        }

        terminal.Result($"{name} at {root}   {next}");
        Console.Out.Flush();
    }

    static string Folder(string path) => Directory.Exists(path) ? Path.GetFullPath(path) : throw CliErrors.Usage($"There is no folder {path} of recorded answers.", "./run.sh sim --help");

    static async Task WhenCancelled(this CancellationToken cancel)
    {
        var over = new TaskCompletionSource();
        await using var registration = cancel.Register(over.SetResult).ConfigureAwait(false);
        await over.Task.ConfigureAwait(false);
    }
}
