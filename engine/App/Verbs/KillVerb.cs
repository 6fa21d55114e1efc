using System.CommandLine;
using System.Text;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>kill</c>: cancels all, closes all, ends the session; with <c>--direct</c> straight at the venue, when the session hangs or is gone.</summary>
static class KillVerb
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    static readonly TimeSpan Usual = TimeSpan.FromSeconds(20);
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    public static Command Make(Workspace workspace)
    {
        var target = new SessionTarget();
        var direct = new Option<bool>("--direct") { Description = "straight at the venue, with the vault's keys: for a session that hangs or is gone" };
        var sell = new Option<bool>("--sell-balances") { Description = "with --direct at a spot venue: sell what is held of the instruments' currencies, also what no session bought" };
        var why = new Option<string>("--why") { Description = "the reason, for the journal", DefaultValueFactory = _ => "asked for on the command line", HelpName = "TEXT" };
        var wait = new Option<int>("--wait") { Description = "seconds to wait until all is flat", DefaultValueFactory = _ => (int)Usual.TotalSeconds, HelpName = "N" };
        var verb = new Command("kill", "Cancel all orders, close all positions, end the session; exit 0 only when all is flat. SIGQUIT (Ctrl-\\) and a file KILL in its folder do the same. Examples: kill; kill latest --direct; kill --direct --broker oanda --account demo") { direct, sell, why, wait };
        target.AddTo(verb);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var (session, patience) = (target.Session(parsed), TimeSpan.FromSeconds(parsed.GetValue(wait)));
            return parsed.GetValue(direct)
                ? Direct(workspace, target.Of(workspace, parsed, session), parsed.GetValue(sell), patience, terminal, cancel).GetAwaiter().GetResult()
                : Told(SessionFolder.Find(workspace, session ?? "latest"), parsed.GetValue(why)!, patience, terminal, cancel);
        });
    }

    /// <summary>Tells the session, and waits for its end.</summary>
    static ExitCode Told(SessionFolder folder, string why, TimeSpan patience, Terminal terminal, CancellationToken cancel)
    {
        ControlClient.Ask(folder, "kill", why, Patience).Dispose();
        terminal.Progress($"{folder.Id}: kill was taken");
        var began = TimeProvider.System.GetTimestamp();
        while (!folder.IsEnded)
        {
            if (TimeProvider.System.GetElapsedTime(began) > patience || cancel.WaitHandle.WaitOne(50))
            {
                throw SessionErrors.StillRuns(folder.Id, patience);
            }
        }

        using var last = JsonDocument.Parse(File.ReadAllText(folder.LastStatus));
        if (terminal.Json)
        {
            terminal.Document(Encoding.UTF8.GetBytes(last.RootElement.GetRawText()));
        }

        var open = SessionText.Open(last.RootElement);
        if (open.Count > 0)
        {
            throw SessionErrors.StillOpen(string.Join(", ", open));
        }

        terminal.Result($"{folder.Id}: all is flat");
        return ExitCode.Ok;
    }

    static async Task<ExitCode> Direct(Workspace workspace, VenueTarget target, bool sells, TimeSpan patience, Terminal terminal, CancellationToken cancel)
    {
        // A session that wakes up later, or is begun again, finds the file and ends itself.
        var folders = target.Named is { } named ? [named] : target.Sessions(workspace).Select(each => each.Folder).ToList();
        foreach (var folder in folders.Where(folder => !folder.IsEnded))
        {
            await File.WriteAllTextAsync(folder.KillFile, "kill --direct\n", cancel).ConfigureAwait(false);
        }

        return await target.Do(async (connection, access) =>
        {
            terminal.Progress($"straight at {target.Broker}: {access.Keys}");
            var instruments = await Instruments(workspace, target, connection.Venue, patience, terminal, cancel).ConfigureAwait(false);
            var kill = new DirectKill(connection.Venue, instruments, sells, terminal.Progress);
            await kill.Run(patience, cancel).ConfigureAwait(false);
            return Report(kill, instruments.Count, terminal);
        }).ConfigureAwait(false);
    }

    /// <summary>A venue that does not answer at once is asked again: whoever calls this has no better way.</summary>
    static async Task<IReadOnlyList<Instrument>> Instruments(Workspace workspace, VenueTarget target, IVenue venue, TimeSpan patience, Terminal terminal, CancellationToken cancel)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await target.Instruments(workspace, venue, cancel).ConfigureAwait(false);
            }
            catch (WorkbenchException silent) when (silent.Exit == ExitCode.Broker && TimeProvider.System.GetElapsedTime(began) < patience)
            {
                terminal.Progress($"{silent.Message} Trying again.");
                await Task.Delay(Pause, cancel).ConfigureAwait(false);
            }
        }
    }

    static ExitCode Report(DirectKill kill, int instruments, Terminal terminal)
    {
        var orders = kill.IsFlat ? [] : kill.Last?.Orders.Select(order => $"order {order.VenueOrderId} ({order.Side} {order.Terms.OrderQty} {order.Symbol})").ToList() ?? [];
        var held = kill.IsFlat ? [] : kill.Last?.Account.Positions.Where(position => position.Qty != 0m).Select(position => FormattableString.Invariant($"{position.Qty} {position.Symbol}")).ToList() ?? [];
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("flat", kill.IsFlat);
                writer.WriteNumber("cancelled", kill.Cancelled);
                writer.WriteNumber("closed", kill.Closed);
                writer.WriteNumber("lastCancelMs", Math.Round(kill.LastCancel.TotalMilliseconds, 1));
                writer.WriteNumber("instruments", instruments);
                Strings(writer, "orders", orders);
                Strings(writer, "positions", held);
                writer.WriteEndObject();
            }));
        }

        var done = FormattableString.Invariant($"{kill.Cancelled} cancellations (the last after {kill.LastCancel.TotalMilliseconds:0} ms) and {kill.Closed} closing orders in {instruments} instruments");
        if (kill.IsFlat)
        {
            terminal.Result($"all is flat: {done}");
            return ExitCode.Ok;
        }

        terminal.Progress(done);
        throw SessionErrors.StillOpen(kill.Last is null ? "the venue never could be asked" : string.Join(", ", orders.Concat(held).DefaultIfEmpty("the venue could not be asked at the end")));
    }

    static void Strings(Utf8JsonWriter writer, string name, List<string> texts)
    {
        writer.WriteStartArray(name);
        texts.ForEach(writer.WriteStringValue);
        writer.WriteEndArray();
    }
}
