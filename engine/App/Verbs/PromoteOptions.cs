using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The options of <c>promote</c>: those of each rung.</summary>
sealed class PromoteOptions
{
    readonly Option<int> minTrades = new("--min-trades") { Description = "closed trades below which a run says nothing", DefaultValueFactory = _ => 30, HelpName = "N" };
    readonly Option<string?> script = new("--script") { Description = "the script's file, where it is not the run's own; its text must be", HelpName = "FILE.csx" };
    readonly Option<string?> outside = new("--out-of-sample") { Description = "the run out of sample (default: one that is kept, or one made now over what the lake holds beside)", HelpName = "RUN" };
    readonly Option<string?> split = new("--split") { Description = "where to split the run in two, if nothing else is out of sample", HelpName = "TIME" };
    readonly Option<int> cuts = new("--cuts") { Description = "instants from which on the look-ahead proof changes the data", DefaultValueFactory = _ => 3, HelpName = "N" };
    readonly Option<string?> broker = new("--broker") { Description = "to live: where orders will go", HelpName = string.Join('|', VenueCatalog.Names) };
    readonly Option<string> account = new("--account") { Description = "to live: your name for the keys in the vault", DefaultValueFactory = _ => AccountAccess.UsualName, HelpName = "NAME" };
    readonly Option<string?> sim = new("--sim") { Description = "to live: at a simulator of the venue, in this process or at an address", HelpName = "URL", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string?> session = new("--session") { Description = "to live: the paper session that counts (default: the longest under the promotion)", HelpName = "SESSION" };
    readonly Option<string> minPaper = new("--min-paper") { Description = "to live: how long that must have heard prices", DefaultValueFactory = _ => "5d", HelpName = "SPAN" };
    readonly Option<decimal> minParity = CommonOptions.Share("--min-parity", "to live: share of decisions that it and its backtest must have in common", 0.95m);
    readonly Option<string> tolerance = new("--tolerance") { Description = "to live: how far apart in time two decisions may be that are the same, in seconds", DefaultValueFactory = _ => "5", HelpName = "SECONDS" };
    readonly Option<string?> confirm = new("--confirm") { Description = "to live: the account's number, in place of typing it", HelpName = "ACCOUNT" };

    /// <summary>Adds them to the verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (var option in (Option[])[minTrades, script, outside, split, cuts, broker, account, sim, session, minPaper, minParity, tolerance, confirm])
        {
            verb.Add(option);
        }
    }

    /// <summary>What a promotion to paper is asked for.</summary>
    public PaperOptions Paper(ParseResult parsed) => new()
    {
        MinTrades = Count("--min-trades", parsed.GetValue(minTrades), 1_000_000),
        Script = parsed.GetValue(script),
        OutOfSample = parsed.GetValue(outside),
        Split = parsed.GetValue(split) is { } day ? CommonOptions.Time("--split", day) : null,
        Cuts = Count("--cuts", parsed.GetValue(cuts), 1_000),
    };

    /// <summary>What a promotion to live is asked for.</summary>
    public LiveOptions Live(ParseResult parsed) => new()
    {
        Broker = parsed.GetValue(broker) is { } name ? Known(name) : throw CliErrors.Usage("To live, --broker is needed.", "./run.sh promote PROMOTION --to live --broker oanda --account NAME"),
        Account = parsed.GetValue(account)!,
        Sim = parsed.GetResult(sim) is { Implicit: false } ? parsed.GetValue(sim) ?? "on" : null,
        Session = parsed.GetValue(session),
        MinPaperNanos = CommonOptions.Span("--min-paper", parsed.GetValue(minPaper)!),
        MinParity = (double)parsed.GetValue(minParity),
        ToleranceNanos = (long)(CommonOptions.Number("--tolerance", parsed.GetValue(tolerance)!, value => value is >= 0m and <= 86_400m, "seconds from 0 to a day are needed") * UtcNanos.Second),
        Confirm = parsed.GetValue(confirm),
        Ask = Console.IsInputRedirected ? null : Typed,
    };

    static string Known(string name) => VenueCatalog.Names.Contains(name) ? name : throw SessionErrors.UnknownBroker(name, VenueCatalog.Names);

    static int Count(string option, int count, int most) => count >= 1 && count <= most ? count
        : throw CliErrors.BadNumber(option, FormattableString.Invariant($"{count}"), FormattableString.Invariant($"1 to {most} are possible"));

    static string? Typed(string question)
    {
        Console.Error.Write(question);
        return Console.ReadLine();
    }
}
