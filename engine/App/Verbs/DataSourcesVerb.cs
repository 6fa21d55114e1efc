using System.CommandLine;
using Workbench.Data.Providers;
using Workbench.Data.Routing;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data sources</c>: where data come from, in which order, and how these places are.</summary>
static class DataSourcesVerb
{
    public static Command Make(Workspace workspace)
    {
        var log = new Option<int?>("--log") { Description = "show the last decisions instead, this many (default 20)", HelpName = "N", Arity = ArgumentArity.ZeroOrOne };
        return new Command("sources", "Sources of data: what each can do, its place, health, budget and last error. Example: data sources; data sources add tiingo --key-env TIINGO_TOKEN")
        {
            log,
            Add(workspace),
            Set(workspace),
            Test(workspace),
            Delete(workspace),
        }.Does((parsed, terminal, _) => parsed.GetResult(log) is { Implicit: false } ? ShowLog(workspace, parsed.GetValue(log) ?? 20, terminal) : Show(workspace, terminal));
    }

    static ExitCode Show(Workspace workspace, Terminal terminal)
    {
        var room = new SourceRoom(workspace);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => SourcesText.Write(json, room)));
        }

        terminal.Result(SourcesTable.Of(room));
        return ExitCode.Ok;
    }

    static ExitCode ShowLog(Workspace workspace, int most, Terminal terminal)
    {
        var lines = new SourceRoom(workspace).Log.Last(most);
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json =>
            {
                json.WriteStartArray();
                foreach (var line in lines)
                {
                    json.WriteStringValue(line);
                }

                json.WriteEndArray();
            }));
        }

        terminal.Result(lines.Count == 0 ? "nothing was decided yet" : string.Join('\n', lines));
        return ExitCode.Ok;
    }

    static Command Add(Workspace workspace)
    {
        var (name, address, priority) = (Name(), Address(), Priority());
        var key = new Option<string?>("--key-env") { Description = "environment variable that holds the key; it goes into the vault and into no file in clear (default, where a key is needed: asked for unseen)", HelpName = "VAR" };
        var store = new Option<string?>("--store") { Description = "where to keep the key (default: the keyring where there is one, else an encrypted file)", HelpName = "keyring|file" };
        return new Command("add", "Switch a source on, with its address, place and key. Example: data sources add alphavantage --key-env ALPHAVANTAGE_KEY") { name, address, priority, key, store }
            .Does((parsed, terminal, _) =>
            {
                var room = new SourceRoom(workspace);
                var seat = room.Find(parsed.GetValue(name)!);
                var where = parsed.GetValue(address) is { } said ? SourceSettings.Address(said).AbsoluteUri : null;
                if (KeyFor(seat, parsed.GetValue(key)) is { } secret)
                {
                    SourceKeys.Keep(seat.Name, secret, parsed.GetValue(store) ?? VaultRoom.Usual);
                }

                Change(room, seat, entry => new SourceEntry(where ?? entry.Address, parsed.GetValue(priority) ?? entry.Priority, On: true));
                terminal.Result($"{seat.Name} is asked from now on. Try it: ./run.sh data sources test {seat.Name}");
                return ExitCode.Ok;
            });
    }

    static Command Set(Workspace workspace)
    {
        var (name, address, priority) = (Name(), Address(), Priority());
        var on = new Option<bool>("--on") { Description = "ask it" };
        var off = new Option<bool>("--off") { Description = "do not ask it; its key and settings stay" };
        return new Command("set", "Change the place of a source, its address, or whether it is asked. Example: data sources set yahoo --priority 5") { name, address, priority, on, off }
            .Does((parsed, terminal, _) =>
            {
                var room = new SourceRoom(workspace);
                var seat = room.Find(parsed.GetValue(name)!);
                if (parsed.GetValue(on) == parsed.GetValue(off) && (parsed.GetValue(on) || parsed.GetResult(address) is null && parsed.GetResult(priority) is null))
                {
                    throw CliErrors.Usage("One of --on, --off, --priority and --address is needed, and --on and --off not together.", "./run.sh data sources set --help");
                }

                var where = parsed.GetValue(address) is { } said ? SourceSettings.Address(said).AbsoluteUri : null;
                Change(room, seat, entry => new SourceEntry(
                    where ?? entry.Address, parsed.GetValue(priority) ?? entry.Priority, parsed.GetValue(on) ? true : parsed.GetValue(off) ? false : entry.On));
                terminal.Result($"{seat.Name} is changed. All of them: ./run.sh data sources");
                return ExitCode.Ok;
            });
    }

    static Command Test(Workspace workspace)
    {
        var (name, timeout) = (Name(), DataGetVerb.Timeout());
        return new Command("test", "Ask a source for something small: whether address and key are right. Example: data sources test dukascopy") { name, timeout }
            .Does((parsed, terminal, cancel) => Try(workspace, parsed.GetValue(name)!, DataGetVerb.TimeoutOf(parsed.GetValue(timeout)), terminal, cancel).GetAwaiter().GetResult());
    }

    static async Task<ExitCode> Try(Workspace workspace, string name, TimeSpan? timeout, Terminal terminal, CancellationToken cancel)
    {
        var room = new SourceRoom(workspace, terminal.Progress, timeout);
        var seat = room.Find(name);
        try
        {
            var found = seat.Known.Profile.NeedsKey && seat.Key() is null
                ? throw new ProviderException(ProviderFailure.Unauthorized, RouteErrors.NoKey(name))
                : VaultRoom.Secrets.Scrub(await room.Open(seat).Test(cancel).ConfigureAwait(false));
            if (room.Health.Answered(name))
            {
                room.Log.Write($"{name} is back");
            }

            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("name", name);
                    json.WriteBoolean("good", true);
                    json.WriteString("found", found);
                    json.WriteEndObject();
                }));
            }

            terminal.Result($"{name}: {found}");
            return ExitCode.Ok;
        }
        catch (ProviderException failure)
        {
            room.Health.Failed(name, failure);
            throw RouteErrors.TestFailed(name, failure.Failure, VaultRoom.Secrets.Scrub(failure.Message));
        }
    }

    static Command Delete(Workspace workspace)
    {
        var name = Name();
        return new Command("delete", "Ask a source no more, and forget its key, address and place. Example: data sources delete yahoo") { name }.Does((parsed, terminal, _) =>
        {
            var room = new SourceRoom(workspace);
            var seat = room.Find(parsed.GetValue(name)!);
            var stores = SourceKeys.Forget(seat.Name);
            Change(room, seat, _ => new SourceEntry(null, null, On: false));
            terminal.Result($"{seat.Name} is asked no more{(stores.Count > 0 ? $", and its key is forgotten (in the {string.Join(", ", stores)})" : "")}. Back again: ./run.sh data sources add {seat.Name}");
            return ExitCode.Ok;
        });
    }

    static void Change(SourceRoom room, SourceSeat seat, Func<SourceEntry, SourceEntry> change) => room.Settings.Change(SourceRoom.Names, seat.Name, change);

    static string? KeyFor(SourceSeat seat, string? variable) =>
        variable is not null || (seat.Known.Profile.NeedsKey && seat.Key() is null && !Console.IsInputRedirected) ? SecretInput.Read(variable, $"{seat.Name} key: ", toEnd: true, "--key-env") : null;

    static Argument<string> Name() => new("name") { Description = "which", HelpName = string.Join('|', SourceRoom.Names) };

    static Option<string?> Address() => new("--address") { Description = "where it is, where not at its own place: https, or http of this machine", HelpName = "URL" };

    static Option<int?> Priority() => new("--priority") { Description = "its place: the lower, the earlier it is asked", HelpName = "N" };
}
