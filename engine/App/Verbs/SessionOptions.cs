using System.CommandLine;
using System.Globalization;
using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The options that <c>paper</c> and <c>live</c> have in common.</summary>
sealed class SessionOptions
{
    readonly RunOptions run = new(needsData: true);
    readonly Option<string[]> with = new("--with") { Description = "a script that runs beside it, with a book of its own; may be repeated", HelpName = "FILE.csx" };
    readonly Option<string?> sim = new("--sim")
    {
        Description = "trade at a simulator of the venue on this machine: in this process, or the one at an address", HelpName = "URL", Arity = ArgumentArity.ZeroOrOne,
    };

    readonly Option<string> account = new("--account") { Description = "your name for the keys in the vault", DefaultValueFactory = _ => "default", HelpName = "NAME" };
    readonly Option<string> warmUp = new("--warm-up") { Description = "how much stored history the script is shown first, such as 2d or 6h", DefaultValueFactory = _ => "0", HelpName = "SPAN" };
    readonly Option<string> until = new("--for") { Description = "how long it runs, such as 30s or 8h (default: until it is told to end)", DefaultValueFactory = _ => "0", HelpName = "SPAN" };
    readonly Option<bool> fresh = new("--fresh") { Description = "begin a new session even where one of the same script did not end" };
    readonly Option<string> stale = new("--stale") { Description = "silence of live prices after which no entries go out while the market is open; 0 for any", DefaultValueFactory = _ => "60s", HelpName = "SPAN" };

    readonly Option<string?> expect = new("--expect") { Description = "a backtest to hold the session against while it runs, such as last", HelpName = "RUN" };

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in run.All)
        {
            verb.Add(option);
        }

        foreach (var option in (Option[])[with, sim, account, warmUp, until, fresh, stale, expect])
        {
            verb.Add(option);
        }
    }

    /// <summary>What was asked for.</summary>
    public SessionRequest Request(Workspace workspace, ParseResult parsed, string script, RunMode mode, string feed, string broker) => new()
    {
        Run = run.Request(workspace, parsed, script) with
        {
            MoreScripts = parsed.GetValue(with) ?? [],
            Command = "./run.sh " + string.Join(' ', parsed.Tokens.Select(token => token.Value)),
        },
        Mode = mode,
        Feed = feed,
        Broker = broker,
        Account = parsed.GetValue(account)!,
        Sim = parsed.GetResult(sim) is { Implicit: false } ? parsed.GetValue(sim) ?? "on" : null,
        WarmUpNanos = Span("--warm-up", parsed.GetValue(warmUp)!),
        ForNanos = Span("--for", parsed.GetValue(until)!),
        Fresh = parsed.GetValue(fresh),
        StaleSeconds = Span("--stale", parsed.GetValue(stale)!) / (double)UtcNanos.Second,
        ConfigPath = run.ConfigPath(parsed),
        FeeRate = run.FeeRate(parsed),
        Expect = parsed.GetValue(expect),
    };

    static long Span(string option, string text)
    {
        var unit = text.Length == 0 ? ' ' : text[^1];
        long? nanos = unit switch
        {
            's' => UtcNanos.Second,
            'm' => UtcNanos.Minute,
            'h' => UtcNanos.Hour,
            'd' => UtcNanos.Day,
            _ => null,
        };
        return text == "0" ? 0
            : nanos is { } known && decimal.TryParse(text[..^1], NumberStyles.Float, CultureInfo.InvariantCulture, out var count) && count is >= 0m and <= 10_000m
                ? (long)(count * known)
                : throw CliErrors.BadNumber(option, text, "a span is needed, such as 30s, 15m, 6h or 2d");
    }
}
