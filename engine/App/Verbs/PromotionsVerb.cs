using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>promotions</c>: what stands at which rung, and the whole story of one.</summary>
static class PromotionsVerb
{
    public static Command Make(Workspace workspace)
    {
        var id = new Argument<string?>("id") { Description = "one of them, with its gates and its sessions", HelpName = "ID", Arity = ArgumentArity.ZeroOrOne };
        return new Command("promotions", "List what was promoted and what was refused. Example: promotions p1") { id }.Does((parsed, terminal, _) =>
        {
            var book = new Ledger(workspace, terminal.Warn).Read();
            var one = parsed.GetValue(id);
            var text = one is null ? PromotionText.Table(book) : PromotionText.Story(book, one);
            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(json => PromotionText.Write(json, book, one)));
            }

            terminal.Result(text);
            return ExitCode.Ok;
        });
    }
}
