using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>walkforward FILE.csx</c>: settings chosen in one window and tried in the next, or in all ways that a cross-validation has.</summary>
static class WalkForwardVerb
{
    public static Command Make(Workspace workspace)
    {
        var words = new WalkForwardWords();
        return words.Verb.Does((parsed, terminal, cancel) =>
        {
            var asked = words.Request(workspace, parsed);
            WalkForwardOutcome outcome;
            using (var progress = new StudyProgress(terminal))
            {
                outcome = new WalkForwardStudy(workspace, asked).Run(terminal.Die, progress.Tell, terminal.Warn, cancel);
            }

            SearchesInDatabase.Keep(asked, outcome, terminal);
            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(json => WalkForwardJson.Write(json, outcome)));
            }

            terminal.Result(WalkForwardText.Of(outcome));
            if (words.Page(parsed) is { } page)
            {
                WalkForwardPage.Write(page, outcome);
                terminal.Result("page: " + workspace.Show(page));
            }

            return ExitCode.Ok;
        });
    }
}
