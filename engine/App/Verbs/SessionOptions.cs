using System.CommandLine;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The options that <c>paper</c> and <c>live</c> have in common.</summary>
sealed class SessionOptions
{
    readonly RunOptions run = new(needsData: false);
    readonly Argument<string?> file = new("file") { Description = "the script; under a promotion it is known", HelpName = "FILE.csx", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string?> promotion = new("--promotion") { Description = "run what was promoted under that name: script, parameters, configuration, seed and data come from the ledger", HelpName = "ID" };
    readonly Option<string[]> with = new("--with") { Description = "a script that runs beside it, with a book of its own; may be repeated", HelpName = "FILE.csx" };
    readonly Option<string?> sim = new("--sim")
    {
        Description = "trade at a simulator of the venue on this machine: in this process, or the one at an address", HelpName = "URL", Arity = ArgumentArity.ZeroOrOne,
    };

    readonly Option<string> account = new("--account") { Description = "your name for the keys in the vault", DefaultValueFactory = _ => "default", HelpName = "NAME" };
    readonly Option<string> warmUp = new("--warm-up") { Description = "how much stored history the script is shown first, such as 2d or 6h", DefaultValueFactory = _ => "0", HelpName = "SPAN" };
    readonly Option<bool> noFetch = new("--no-fetch") { Description = "ask no source: warm up with what is stored alone, and tell what is stored of news, sentiment and calendars" };
    readonly Option<string> askEvery = new("--ask-every") { Description = "how often sources are asked for news, sentiment and calendars of --data while prices come live (default: as often as half of what is left of their budgets allows)", DefaultValueFactory = _ => "0", HelpName = "SPAN" };
    readonly Option<string> until = new("--for") { Description = "how long it runs, such as 30s or 8h (default: until it is told to end)", DefaultValueFactory = _ => "0", HelpName = "SPAN" };
    readonly Option<bool> fresh = new("--fresh") { Description = "begin a new session even where one of the same script did not end" };
    readonly Option<string> stale = new("--stale") { Description = "silence of live prices after which no entries go out while the market is open; 0 for any", DefaultValueFactory = _ => "60s", HelpName = "SPAN" };

    readonly Option<string?> expect = new("--expect") { Description = "a backtest to hold the session against while it runs, such as last", HelpName = "RUN" };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(file);
        foreach (var option in run.All)
        {
            verb.Add(option);
        }

        foreach (var option in (Option[])[promotion, with, sim, account, warmUp, noFetch, askEvery, until, fresh, stale, expect])
        {
            verb.Add(option);
        }
    }

    /// <summary>The promotion that was named; null where none was.</summary>
    /// <exception cref="WorkbenchException">There is none of that name, or the ledger was changed.</exception>
    public Promotion? Promotion(Workspace workspace, ParseResult parsed, Terminal terminal) =>
        parsed.GetValue(promotion) is { } id ? new Ledger(workspace, terminal.Warn).Read().Find(id) : null;

    /// <summary>What was asked for.</summary>
    public SessionRequest Request(Workspace workspace, ParseResult parsed, Promotion? under, RunMode mode, string feed, string broker) => new()
    {
        Run = RunOf(workspace, parsed, under) with
        {
            MoreScripts = parsed.GetValue(with) ?? [],
            Command = "./run.sh " + string.Join(' ', parsed.Tokens.Select(token => ShellWord.Masked(token.Value))),
        },
        Promotion = under,
        Mode = mode,
        Feed = feed,
        Broker = broker,
        Account = parsed.GetResult(account) is { Implicit: false } ? parsed.GetValue(account)! : under?.Entry.Account ?? parsed.GetValue(account)!,
        Sim = parsed.GetResult(sim) is { Implicit: false } ? parsed.GetValue(sim) ?? "on" : null,
        WarmUpNanos = CommonOptions.Span("--warm-up", parsed.GetValue(warmUp)!),
        NoFetch = parsed.GetValue(noFetch),
        AskEveryNanos = CommonOptions.Span("--ask-every", parsed.GetValue(askEvery)!),
        ForNanos = CommonOptions.Span("--for", parsed.GetValue(until)!),
        Fresh = parsed.GetValue(fresh),
        StaleSeconds = CommonOptions.Span("--stale", parsed.GetValue(stale)!) / (double)UtcNanos.Second,
        Expect = parsed.GetValue(expect),
    };

    /// <summary>Under a promotion what was not typed comes from the ledger; what was typed is held against it when the session begins.</summary>
    BacktestRequest RunOf(Workspace workspace, ParseResult parsed, Promotion? under)
    {
        var typed = parsed.GetValue(file);
        if (under is not null)
        {
            var kept = under.Recipe.ToRequest(workspace);
            return run.Over(workspace, parsed, typed is null ? kept : kept with { Script = typed });
        }

        return typed is not null && run.HasData(parsed) ? run.Request(workspace, parsed, typed) : throw CliErrors.Usage(
            "A script and its --data are needed, or --promotion, which has both.", $"./run.sh {parsed.CommandResult.Command.Name} FILE.csx --data EURUSD, or ./run.sh {parsed.CommandResult.Command.Name} --promotion ID");
    }
}
