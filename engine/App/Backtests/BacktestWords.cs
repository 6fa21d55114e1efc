using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// The words of <c>backtest</c> and what they ask for. Typed at a shell, put together by a notebook's cell or kept in a run's identity, the
/// same words are the same run.
/// </summary>
sealed class BacktestWords
{
    readonly Argument<string> file = new("file") { Description = "the script", HelpName = "FILE.csx" };
    readonly Option<string[]> with = new("--with") { Description = "a script that runs beside it over the same account, with a book of its own; may be repeated", HelpName = "FILE.csx" };
    readonly Option<string?> output = new("--out") { Description = "folder for the results (default: one of its own under data/runs)", HelpName = "DIR" };
    readonly RunOptions options = new(needsData: true);

    public BacktestWords()
    {
        Verb = new Command("backtest", "Run a script over stored data and write a report. Example: backtest strategies/sma-cross.csx --data EURUSD:ticks --set fast=20") { file };
        foreach (var option in (IEnumerable<Option>)[.. options.All, with, output])
        {
            Verb.Add(option);
        }
    }

    /// <summary>The verb that takes them.</summary>
    public Command Verb { get; }

    /// <summary>What words ask for that no shell has read.</summary>
    /// <param name="workspace">The project.</param>
    /// <param name="words">All behind <c>backtest</c>.</param>
    /// <exception cref="WorkbenchException">They are not understood, or ask for what cannot be.</exception>
    public static BacktestRequest Read(Workspace workspace, IReadOnlyList<string> words)
    {
        var backtest = new BacktestWords();
        var parsed = new Command("./run.sh") { backtest.Verb }.Parse([backtest.Verb.Name, .. words]);
        return parsed.Errors.Count == 0 ? backtest.Request(workspace, parsed) : throw CliErrors.Usage(parsed.Errors[0].Message, "./run.sh backtest --help");
    }

    /// <summary>What was asked for.</summary>
    public BacktestRequest Request(Workspace workspace, ParseResult parsed) => options.Request(workspace, parsed, parsed.GetValue(file)!) with
    {
        MoreScripts = parsed.GetValue(with) ?? [],
        Out = parsed.GetValue(output),
        TrialSource = "hand",
        Command = "./run.sh " + string.Join(' ', parsed.Tokens.Select(token => ShellWord.Shown(token.Value))),
    };
}
