using System.CommandLine;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The options that say how a script is run over stored data, alike under every verb that does.</summary>
sealed class RunOptions(bool needsData)
{
    readonly Option<string[]> data = new("--data")
    {
        Description = "what the script sees, the first being its own; may be repeated", HelpName = "INSTRUMENT[:ticks|:depth|:1m…][@SOURCE]", Required = needsData,
    };

    readonly Option<string?> name = CommonOptions.Class();
    readonly Option<string[]> set = CommonOptions.Set();
    readonly Option<string?> from = CommonOptions.From();
    readonly Option<string?> to = CommonOptions.To();
    readonly Option<string> cash = new("--cash") { Description = "money at the start", DefaultValueFactory = _ => "100000", HelpName = "AMOUNT" };
    readonly Option<string?> currency = new("--currency") { Description = "currency of the account (default: the one that the first instrument is priced in)", HelpName = "CODE" };
    readonly Option<string?> feeRate = new("--fee-rate") { Description = "commission as a share of notional, such as 0.00002", HelpName = "R" };
    readonly Option<string?> config = new("--config") { Description = "JSON file with costs, account and how the simulated venue fills (strategies/README.md)", HelpName = "FILE" };
    readonly Option<long> seed = CommonOptions.Seed();
    readonly Option<bool> accept = new(DataGate.Option) { Description = "run over data that data check refuses, and say so in the report" };
    readonly StoreOptions stores = new();
    readonly Option<string> timeout = new("--event-timeout") { Description = "longest a handler of the script may take, in seconds", DefaultValueFactory = _ => "10", HelpName = "SECONDS" };
    readonly Option<string> memory = new("--memory-limit") { Description = "most memory the run may use, in MB", DefaultValueFactory = _ => "4096", HelpName = "MB" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [data, name, set, from, to, cash, currency, feeRate, config, seed, .. stores.All, accept, timeout, memory];

    /// <summary>Name of the strategy class; null where none was given.</summary>
    public string? Class(ParseResult parsed) => parsed.GetValue(name);

    /// <summary>Whether data were named.</summary>
    public bool HasData(ParseResult parsed) => parsed.GetValue(data) is { Length: > 0 };

    /// <summary>An option that was given and says nothing where nothing is run; null where none was.</summary>
    public Option? OnlyForRuns(ParseResult parsed) => All.FirstOrDefault(option => option != name && IsTyped(parsed, option));

    /// <summary>The words of each <c>--data</c>.</summary>
    public IReadOnlyList<string> DataWords(ParseResult parsed) => parsed.GetValue(data) ?? [];

    /// <summary>From when to when.</summary>
    public TimeRange Range(ParseResult parsed) => CommonOptions.Range(parsed.GetValue(from), parsed.GetValue(to));

    /// <summary>What was asked for.</summary>
    public BacktestRequest Request(Workspace workspace, ParseResult parsed, string script) => Terms(workspace, parsed, script) with
    {
        Data = [.. DataWords(parsed).Select(DataRequest.Parse)],
    };

    /// <summary>What was asked for but the data, for a verb that reads more into their words.</summary>
    public BacktestRequest Terms(Workspace workspace, ParseResult parsed, string script) => new()
    {
        ConfigPath = ConfigPath(parsed),
        FeeRate = FeeRate(parsed),
        Script = script,
        Class = Class(parsed),
        Data = [],
        Lake = stores.Place(parsed) ?? workspace.Lake,
        Range = Range(parsed),
        Settings = parsed.GetValue(set) ?? [],
        Cash = CommonOptions.Number("--cash", parsed.GetValue(cash)!, value => value > 0m, "an amount above 0 is needed"),
        Currency = parsed.GetValue(currency)?.ToUpperInvariant(),
        Costs = CostConfig.Of(parsed.GetValue(config), FeeRate(parsed)),
        Seed = parsed.GetValue(seed),
        AcceptDataWarnings = parsed.GetValue(accept),
        EventTimeout = TimeSpan.FromSeconds((double)CommonOptions.Number("--event-timeout", parsed.GetValue(timeout)!, value => value is > 0m and <= 86_400m, "seconds above 0 and up to a day are needed")),
        MemoryLimitMb = (long)CommonOptions.Number("--memory-limit", parsed.GetValue(memory)!, value => value is >= 1m and <= 1_000_000_000m, "at least 1 MB is needed"),
    };

    /// <summary>What was asked for where a ledger says the rest: whatever was not typed is as it is there.</summary>
    /// <param name="workspace">Where things are.</param>
    /// <param name="parsed">What was typed.</param>
    /// <param name="kept">What the ledger says.</param>
    public BacktestRequest Over(Workspace workspace, ParseResult parsed, BacktestRequest kept)
    {
        var typed = Request(workspace, parsed, kept.Script);
        var path = typed.ConfigPath ?? kept.ConfigPath;
        var rate = typed.FeeRate ?? kept.FeeRate;
        var names = typed.Settings.Select(setting => setting.Split('=')[0].Trim()).ToList();
        return kept with
        {
            Class = typed.Class ?? kept.Class,
            Data = HasData(parsed) ? typed.Data : kept.Data,
            Lake = stores.Place(parsed) ?? kept.Lake,
            Range = typed.Range,
            Settings = [.. kept.Settings.Where(setting => !names.Contains(setting.Split('=')[0].Trim(), StringComparer.OrdinalIgnoreCase)), .. typed.Settings],
            Cash = IsTyped(parsed, cash) ? typed.Cash : kept.Cash,
            Currency = typed.Currency ?? kept.Currency,
            ConfigPath = path,
            FeeRate = rate,
            Costs = CostConfig.Of(path, rate),
            Seed = IsTyped(parsed, seed) ? typed.Seed : kept.Seed,
            AcceptDataWarnings = typed.AcceptDataWarnings || kept.AcceptDataWarnings,
        };
    }

    /// <summary>The configuration's file; null where none was given.</summary>
    string? ConfigPath(ParseResult parsed) => parsed.GetValue(config) is { } path ? Path.GetFullPath(path) : null;

    /// <summary>Commission as a share of notional; null where none was given.</summary>
    decimal? FeeRate(ParseResult parsed) => parsed.GetValue(feeRate) is { } rate
        ? CommonOptions.Number("--fee-rate", rate, value => value is >= 0m and < 1m, "a share from 0 to 1 is needed")
        : null;

    static bool IsTyped(ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };
}
