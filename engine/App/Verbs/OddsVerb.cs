using System.CommandLine;
using System.CommandLine.Parsing;
using Workbench.Model;
using Workbench.Research.Luck;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary><c>odds SWEEP</c>: what the best of many variants is worth after so many trials; <c>--study</c> shows how often these odds are wrong.</summary>
static class OddsVerb
{
    public static Command Make(Workspace workspace)
    {
        var sweep = new Argument<string?>("sweep") { Description = "a sweep that is done: its name, the beginning of one, or last", Arity = ArgumentArity.ZeroOrOne, HelpName = "SWEEP" };
        var returns = new Option<string?>("--returns") { Description = "CSV of returns: a line of names, then a line a period", HelpName = "FILE" };
        var year = CommonOptions.Decimal("--periods-per-year", "to show annual figures (default 252)");
        var trials = new Option<long>("--trials") { Description = "trials in all, those that are not in the file included", HelpName = "N" };
        var replicates = new Option<int?>("--replicates") { Description = "resamples (default 2,000, more for a large family; 1,000 in a study, where 0 leaves them out)", HelpName = "N" };
        var block = CommonOptions.Decimal("--block", "mean length of a resample's blocks in periods (default by data)");
        var alpha = CommonOptions.Share("--alpha", "chance of calling luck an edge that is accepted", 0.05m);
        var seed = CommonOptions.Seed();
        var words = new StudyWords();
        var verb = new Command("odds", "The odds that the best of many variants is luck. Example: odds last, or odds --returns returns.csv --trials 640") { sweep, returns, year, trials, replicates, block, alpha, seed };
        foreach (var option in words.All)
        {
            verb.Add(option);
        }

        return verb.Does((parsed, terminal, cancel) =>
        {
            var options = new LuckOptions
            {
                Trials = parsed.GetValue(trials),
                Seed = parsed.GetValue(seed),
                Replicates = parsed.GetValue(replicates),
                Block = (double?)parsed.GetValue(block),
                Alpha = (double)parsed.GetValue(alpha),
            };
            if (words.Terms(parsed, options) is { } terms)
            {
                return Study(terms, terminal, cancel);
            }

            Show(parsed.GetValue(sweep) is { } name
                ? Of(SweepFolder.Load(workspace, name), options)
                : LuckReport.Of(ReturnsFile.Read(parsed.GetValue(returns) ?? throw LuckErrors.NothingToJudge(), (double?)parsed.GetValue(year) ?? 252d), options), terminal);
            return ExitCode.Ok;
        });
    }

    static LuckReport Of(SearchDocument search, LuckOptions options) =>
        LuckReport.Of(ReturnsMatrix.Of(search), options with { Trials = Math.Max(options.Trials, search.TrialsInFamily) });

    static void Show(LuckReport report, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => LuckReportJson.Write(json, report)));
        }

        terminal.Result(LuckSummary.Of(report));
    }

    static ExitCode Study(StudyTerms terms, Terminal terminal, CancellationToken cancel)
    {
        var done = 0;
        StudyTable.Show(terms, PowerStudy.Run(terms, () =>
        {
            var now = Interlocked.Increment(ref done);
            if (terminal.ShowsProgress)
            {
                Console.Error.Write(FormattableString.Invariant($"\r\u001b[K{now} of {terms.Studies} searches"));
            }
        }, cancel), terminal);
        return ExitCode.Ok;
    }
}
