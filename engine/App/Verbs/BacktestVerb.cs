using System.CommandLine;
using Workbench.Core;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary><c>backtest FILE.csx</c>: the main job, from a script and stored data to a report.</summary>
static class BacktestVerb
{
    public static Command Make(Workspace workspace)
    {
        var file = new Argument<string>("file") { Description = "the script", HelpName = "FILE.csx" };
        var data = new Option<string[]>("--data") { Description = "what the script sees, the first being its own; may be repeated", HelpName = "INSTRUMENT[:ticks|:1m…][@SOURCE]", Required = true };
        var name = CommonOptions.Class();
        var set = CommonOptions.Set();
        var from = CommonOptions.From();
        var to = CommonOptions.To();
        var cash = new Option<string>("--cash") { Description = "money at the start", DefaultValueFactory = _ => "100000", HelpName = "AMOUNT" };
        var currency = new Option<string?>("--currency") { Description = "currency of the account (default: the one that the first instrument is priced in)", HelpName = "CODE" };
        var feeRate = new Option<string?>("--fee-rate") { Description = "commission as a share of notional, such as 0.00002", HelpName = "R" };
        var config = new Option<string?>("--config") { Description = "JSON file with costs, account and how the simulated venue fills (data/README.md)", HelpName = "FILE" };
        var seed = CommonOptions.Seed();
        var lake = CommonOptions.Lake();
        var output = new Option<string?>("--out") { Description = "folder for the results (default: one of its own under data/runs)", HelpName = "DIR" };
        var timeout = new Option<string>("--event-timeout") { Description = "longest a handler of the script may take, in seconds", DefaultValueFactory = _ => "10", HelpName = "SECONDS" };
        var memory = new Option<string>("--memory-limit") { Description = "most memory the run may use, in MB", DefaultValueFactory = _ => "4096", HelpName = "MB" };

        return new Command("backtest", "Run a script over stored data and write a report. Example: backtest strategies/sma-cross.csx --data EURUSD:ticks --set fast=20")
            {
                file, data, name, set, from, to, cash, currency, feeRate, config, seed, lake, output, timeout, memory,
            }
            .Does((parsed, terminal, cancel) =>
            {
                var costs = parsed.GetValue(config) is { } path ? CostConfig.Read(path) : new CostConfig();
                if (parsed.GetValue(feeRate) is { } rate)
                {
                    costs = costs with { Commission = costs.Commission with { Rate = CommonOptions.Number("--fee-rate", rate, value => value is >= 0m and < 1m, "a share from 0 to 1 is needed") } };
                }

                var request = new BacktestRequest
                {
                    Script = parsed.GetValue(file)!,
                    Class = parsed.GetValue(name),
                    Data = [.. parsed.GetValue(data)!.Select(DataRequest.Parse)],
                    Lake = parsed.GetValue(lake) ?? workspace.Lake,
                    Range = CommonOptions.Range(parsed.GetValue(from), parsed.GetValue(to)),
                    Settings = parsed.GetValue(set) ?? [],
                    Cash = CommonOptions.Number("--cash", parsed.GetValue(cash)!, value => value > 0m, "an amount above 0 is needed"),
                    Currency = parsed.GetValue(currency)?.ToUpperInvariant(),
                    Costs = costs,
                    Seed = parsed.GetValue(seed),
                    Out = parsed.GetValue(output),
                    EventTimeout = TimeSpan.FromSeconds((double)CommonOptions.Number("--event-timeout", parsed.GetValue(timeout)!, value => value is > 0m and <= 86_400m, "seconds above 0 and up to a day are needed")),
                    MemoryLimitMb = (long)CommonOptions.Number("--memory-limit", parsed.GetValue(memory)!, value => value is >= 1m and <= 1_000_000_000m, "at least 1 MB is needed"),
                    Command = "./run.sh " + string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value))),
                };
                return Run(workspace, request, terminal, cancel);
            });
    }

    static ExitCode Run(Workspace workspace, BacktestRequest request, Terminal terminal, CancellationToken cancel)
    {
        using var bar = new ProgressBar(terminal);
        var run = new Backtest(workspace, workspace.OpenLake(request.Lake)).Run(
            request, stuck: terminal.Die, started: bar.Follow, cancel);
        bar.Dispose();
        if (terminal.Json)
        {
            terminal.Document(File.ReadAllBytes(Path.Combine(run.Folder, RunFolder.ResultFile)));
        }

        terminal.Result(ConsoleSummary.Of(run.Document));
        terminal.Result("report: " + workspace.Show(Path.Combine(run.Folder, RunFolder.ReportFile)));
        return run.Document.IsPartial ? ExitCode.Cancelled : ExitCode.Ok;
    }

    static string Quoted(string word) =>
        word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || "-_./:=@,+%".Contains(letter)) ? word : "'" + word.Replace("'", "'\\''") + "'";
}
