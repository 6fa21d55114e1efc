using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>demote PROMOTION</c>: ends a promotion, and what was promoted from it. Sessions that run go on, and are named.</summary>
static class DemoteVerb
{
    public static Command Make(Workspace workspace)
    {
        var id = new Argument<string>("promotion") { Description = "which, as promotions shows it", HelpName = "PROMOTION" };
        var why = new Option<string>("--why") { Description = "the reason, for the ledger", DefaultValueFactory = _ => "", HelpName = "TEXT" };
        return new Command("demote", "End a promotion: no session begins under it any more. Example: demote p1 --why \"parity fell\"") { id, why }.Does((parsed, terminal, _) =>
        {
            var (promotion, running) = new Promoter(workspace, _ => { }, terminal.Warn, terminal.Die).Demote(parsed.GetValue(id)!, parsed.GetValue(why)!);
            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("promotion", promotion);
                    json.WriteStartArray("running");
                    running.ToList().ForEach(json.WriteStringValue);
                    json.WriteEndArray();
                    json.WriteEndObject();
                }));
            }

            terminal.Result($"{promotion} has ended: no session begins under it any more.");
            foreach (var session in running)
            {
                terminal.Warn($"session {session} runs on under it. Try: ./run.sh stop {session}");
            }

            return ExitCode.Ok;
        });
    }
}
