using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>promote RUN --to paper|live</c>: up the ladder, where every gate is passed.</summary>
static class PromoteVerb
{
    public static Command Make(Workspace workspace)
    {
        var what = new Argument<string>("run") { Description = "to paper: a run, as report takes it; to live: a promotion to paper, or its run", HelpName = "RUN|PROMOTION" };
        var to = new Option<string>("--to") { Description = "how far up", HelpName = "paper|live", Required = true };
        to.AcceptOnlyFromAmong("paper", "live");
        var options = new PromoteOptions();
        var verb = new Command("promote", "Promote a script, where every gate is passed. Examples: promote last --to paper; promote p1 --to live --broker oanda --account demo") { what, to };
        options.AddTo(verb);
        return verb.Does((parsed, terminal, cancel) =>
        {
            var promoter = new Promoter(workspace, gate => terminal.Result(gate.ToString()), terminal.Warn, terminal.Die);
            var result = parsed.GetValue(to) == "paper"
                ? promoter.Try(parsed.GetValue(what)!, options.Paper(parsed), cancel)
                : promoter.Try(parsed.GetValue(what)!, options.Live(parsed), cancel);
            return Tell(result, terminal);
        });
    }

    static ExitCode Tell(PromotionResult result, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => PromotionText.Write(json, result)));
        }

        var (id, rung) = (result.Entry.Promotion, result.Entry.To.ToString().ToLowerInvariant());
        terminal.Result(result.IsPromoted
            ? $"promoted to {rung} as {id}. Next: ./run.sh {rung} --promotion {id}{(result.Entry.To == Rung.Paper ? " --feed oanda" : "")}"
            : FormattableString.Invariant($"REFUSED: {result.Missed.Count()} of {result.Gates.Count} gates were not passed ({string.Join(", ", result.Missed.Select(gate => gate.Name))}). The ledger keeps it as {id}."));
        return result.IsPromoted ? ExitCode.Ok : ExitCode.CheckFailed;
    }
}
