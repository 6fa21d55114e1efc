using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>stress FILE.csx|RUN</c>: what a script survives on tapes made to hurt it, and how much of its result is chance.</summary>
static class StressVerb
{
    public static Command Make(Workspace workspace)
    {
        var words = new StressWords();
        return words.Verb.Does((parsed, terminal, cancel) =>
        {
            var asked = words.Request(workspace, parsed);
            StressOutcome outcome;
            using (var progress = new StudyProgress(terminal))
            {
                outcome = new StressStudy(workspace, asked).Run(terminal.Die, progress.Tell, terminal.Warn, cancel);
            }

            SearchesInDatabase.Keep(asked, outcome, terminal);
            if (terminal.Json)
            {
                terminal.Document(JsonText.Of(json => StressJson.Write(json, outcome)));
            }

            terminal.Result(StressText.Of(outcome));
            if (words.Page(parsed) is { } page)
            {
                StressPage.Write(page, outcome);
                terminal.Result("page: " + workspace.Show(page));
            }

            return ExitCode.Ok;
        });
    }
}
