using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>status</c>, <c>orders</c>, <c>positions</c>, <c>pause</c>, <c>resume</c>, <c>flatten</c>, <c>stop</c>: speak to a running session.</summary>
static class SessionVerbs
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static IEnumerable<Command> Make(Workspace workspace)
    {
        yield return Asking(workspace, "status", "How a session stands. Example: status, or status --all", Status);
        yield return Asking(workspace, "orders", "The working orders of a session. Example: orders", Orders);
        yield return Asking(workspace, "positions", "What a session holds. Example: positions --json", Positions);
        yield return Telling(workspace, "pause", "No new entries; exits go on. Example: pause --why lunch");
        yield return Telling(workspace, "resume", "Entries again. Example: resume");
        yield return Telling(workspace, "flatten", "Cancel all orders and close all positions; then the session goes on, paused. Example: flatten");
        yield return Telling(workspace, "stop", "End the session in order: cancel what works, keep what is held, write the report. SIGTERM and Ctrl-C do the same. Example: stop");
    }

    static Argument<string> Session() => new("session") { Description = "which (default: the newest)", DefaultValueFactory = _ => "latest", HelpName = "SESSION" };

    static Command Asking(Workspace workspace, string name, string description, Action<JsonElement, Terminal> show)
    {
        var session = Session();
        var all = new Option<bool>("--all") { Description = "all sessions there are" };
        var verb = new Command(name, description) { session };
        if (name == "status")
        {
            verb.Add(all);
        }

        return verb.Does((parsed, terminal, _) =>
        {
            if (name == "status" && parsed.GetValue(all))
            {
                return All(workspace, terminal);
            }

            var folder = SessionFolder.Find(workspace, parsed.GetValue(session)!);
            using var answer = ControlClient.Ask(folder, "status", "", Patience);
            if (terminal.Json)
            {
                terminal.Document(Encoding.UTF8.GetBytes(answer.RootElement.GetRawText()));
            }

            show(answer.RootElement, terminal);
            return ExitCode.Ok;
        });
    }

    static Command Telling(Workspace workspace, string name, string description)
    {
        var session = Session();
        var why = new Option<string>("--why") { Description = "the reason, for the journal", DefaultValueFactory = _ => "asked for on the command line", HelpName = "TEXT" };
        return new Command(name, description) { session, why }.Does((parsed, terminal, _) =>
        {
            var folder = SessionFolder.Find(workspace, parsed.GetValue(session)!);
            using var answer = ControlClient.Ask(folder, name, parsed.GetValue(why)!, Patience);
            if (terminal.Json)
            {
                terminal.Document(Encoding.UTF8.GetBytes(answer.RootElement.GetRawText()));
            }

            terminal.Result($"{folder.Id}: {name} was taken");
            return ExitCode.Ok;
        });
    }

    static ExitCode All(Workspace workspace, Terminal terminal)
    {
        foreach (var folder in SessionFolder.All(workspace))
        {
            terminal.Result($"{folder.Id}  {(folder.IsEnded ? "ended" : folder.IsRunning ? "running" : "broke off: begin it again and it goes on")}");
        }

        return ExitCode.Ok;
    }

    static void Status(JsonElement status, Terminal terminal)
    {
        var reasons = status.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()).ToList();
        terminal.Result($"{Text(status, "mode").ToUpperInvariant()} {Text(status, "session")}: {(reasons.Count == 0 ? "trading" : string.Join("; ", reasons))}");
        terminal.Result($"  equity {Text(status, "equity")} {Text(status, "currency")}, balance {Text(status, "balance")}, at {Text(status, "time")}");
        var oms = status.GetProperty("oms");
        terminal.Result(string.Create(CultureInfo.InvariantCulture,
            $"  {oms.GetProperty("submitted").GetInt64()} orders sent, {oms.GetProperty("filled").GetInt64()} filled, {oms.GetProperty("cancelled").GetInt64()} cancelled, {oms.GetProperty("rejected").GetInt64()} rejected, {oms.GetProperty("open").GetInt64()} work; answers within {oms.GetProperty("ackMsP50").GetDouble():0.0} ms (p50), {oms.GetProperty("ackMsP99").GetDouble():0.0} ms (p99)"));
        Told(status, terminal);
        Positions(status, terminal);
        Orders(status, terminal);
    }

    static void Told(JsonElement status, Terminal terminal)
    {
        foreach (var notice in status.GetProperty("told").EnumerateArray())
        {
            var (asked, trouble) = (notice.GetProperty("asked").GetInt64(), Text(notice, "trouble"));
            terminal.Result($"  {Text(notice, "kind")} of {Text(notice, "symbol")}: {notice.GetProperty("told").GetInt64()} told, {notice.GetProperty("waiting").GetInt64()} wait"
                + (asked > 0 ? $"; asked {asked} times, {notice.GetProperty("failed").GetInt64()} without an answer" : "") + (trouble.Length > 0 ? $": {trouble}" : ""));
        }
    }

    static void Orders(JsonElement status, Terminal terminal)
    {
        foreach (var order in status.GetProperty("orders").EnumerateArray())
        {
            terminal.Result($"  {Text(order, "id")}  {Text(order, "side")} {Text(order, "qty")} {Text(order, "symbol")} {Text(order, "type")} {Text(order, "price")} {Text(order, "status")}, {Text(order, "filled")} filled");
        }
    }

    static void Positions(JsonElement status, Terminal terminal)
    {
        foreach (var held in status.GetProperty("positions").EnumerateArray())
        {
            terminal.Result($"  {Text(held, "symbol")}  {Text(held, "qty")} held, {Text(held, "unrealised")} unrealised (bid {Text(held, "bid")}, ask {Text(held, "ask")})");
        }
    }

    static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}
