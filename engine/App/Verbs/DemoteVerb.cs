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
            var ledger = new Ledger(workspace, terminal.Warn);
            var ended = ledger.Append(book => Ending(book.Find(parsed.GetValue(id)!).Standing(), parsed.GetValue(why)!));
            var running = Running(workspace, ledger.Read(), ended.Promotion);
            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("promotion", ended.Promotion);
                    json.WriteStartArray("running");
                    running.ForEach(json.WriteStringValue);
                    json.WriteEndArray();
                    json.WriteEndObject();
                }));
            }

            terminal.Result($"{ended.Promotion} has ended: no session begins under it any more.");
            foreach (var session in running)
            {
                terminal.Warn($"session {session} runs on under it. Try: ./run.sh stop {session}");
            }

            return ExitCode.Ok;
        });
    }

    static LedgerEntry Ending(Promotion promotion, string why) => new() { Event = LedgerEvent.Demoted, Promotion = promotion.Id, To = promotion.Rung, Why = why };

    static List<string> Running(Workspace workspace, PromotionBook book, string id) =>
    [
        .. book.All.Where(promotion => promotion.Id == id || promotion.Entry.On == id).SelectMany(promotion => promotion.Sessions)
            .Where(session => new SessionFolder(Path.Combine(workspace.Sessions, session)) is var folder && Directory.Exists(folder.Journal) && folder.IsRunning),
    ];
}
