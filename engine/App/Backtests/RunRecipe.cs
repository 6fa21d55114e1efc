using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Core;
using Workbench.Model;
using Workbench.Platform.Files;
using Workbench.Scripting;

namespace Workbench.App;

/// <summary>
/// All by which a run can be made again, kept in its folder. The words of its command would not do: they lean on the folder they were
/// typed in, and on a configuration that may have been changed since. So the configuration is kept by its text.
/// </summary>
sealed record RunRecipe
{
    /// <summary>Its file in the run's folder.</summary>
    public const string FileName = "recipe.json";

    /// <summary>The script, relative to the project where it lies within.</summary>
    public required string Script { get; init; }

    /// <summary>Hex SHA-256 of the script with all it loads.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The strategy class.</summary>
    public required string Class { get; init; }

    /// <summary>Scripts that ran beside it.</summary>
    public IReadOnlyList<string> MoreScripts { get; init; } = [];

    /// <summary>Parameters that were set, as <c>name=value</c>.</summary>
    public required IReadOnlyList<string> Settings { get; init; }

    /// <summary>All parameters of the script, defaults included, as <c>name=value</c>.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>What it saw, as <c>--data</c> says it, the kind always named.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>The lake, relative to the project where it lies within, or the address of a database.</summary>
    public required string Lake { get; init; }

    /// <summary>First instant covered, UTC nanoseconds.</summary>
    public required long From { get; init; }

    /// <summary>First instant no longer covered, UTC nanoseconds.</summary>
    public required long To { get; init; }

    /// <summary>Money at the start.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Currency of the account.</summary>
    public required string Currency { get; init; }

    /// <summary>Seed of the dice.</summary>
    public required long Seed { get; init; }

    /// <summary>Where the configuration was read from; null where none was.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>The configuration itself.</summary>
    public string? ConfigText { get; init; }

    /// <summary>Commission as a share of notional; null for what the configuration says.</summary>
    public decimal? FeeRate { get; init; }

    /// <summary>Longest a handler may take, seconds.</summary>
    public double EventTimeoutSeconds { get; init; } = 10;

    /// <summary>Most memory it may use, MB.</summary>
    public long MemoryLimitMb { get; init; } = 4_096;

    /// <summary>Whether data that a check has refused were accepted. Left out where not: recipes from before there were checks stay as they were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AcceptDataWarnings { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>From when to when.</summary>
    [JsonIgnore]
    public TimeRange Range => new(From, To);

    /// <summary>Hex SHA-256 of the configuration's text; empty where there is none.</summary>
    public string ConfigSha256 => ConfigText is null ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ConfigText)));

    /// <summary>Of a run that is about to be made.</summary>
    public static RunRecipe Of(Workspace workspace, BacktestRequest request, LoadedScript script, RunSetup setup) => Of(workspace, request, script.Script, script.Parameters, setup);

    /// <summary>Of a run whose strategy is not made yet.</summary>
    public static RunRecipe Of(Workspace workspace, BacktestRequest request, StrategyScript script, ParameterValues parameters, RunSetup setup) => Of(workspace, request, script, parameters) with
    {
        Data = [.. request.Data.Where(data => !data.IsNotice).Zip(setup.Rack.Identities, Word), .. request.Data.Where(data => data.IsNotice).Select(Word)],
        From = setup.Config.Range.From,
        To = setup.Config.Range.To,
        Currency = setup.Config.Currency,
    };

    /// <summary>Of a session that is about to begin, whose prices are not there yet.</summary>
    public static RunRecipe Of(Workspace workspace, BacktestRequest request, StrategyScript script, ParameterValues parameters) => new()
    {
        Script = workspace.Keep(request.Script),
        Sha256 = script.Sha256,
        Class = script.TypeName,
        MoreScripts = [.. request.MoreScripts.Select(workspace.Keep)],
        Settings = request.Settings,
        Parameters = [.. parameters.Texts.Select(text => $"{text.Key}={text.Value}")],
        Data = [.. request.Data.Select(data => data.Symbol)],
        Lake = workspace.Keep(request.Lake),
        From = request.Range.From,
        To = request.Range.To,
        Cash = request.Cash,
        Currency = request.Currency ?? "",
        Seed = request.Seed,
        ConfigPath = request.ConfigPath is { } path ? workspace.Keep(path) : null,
        ConfigText = request.ConfigPath is { } text ? File.ReadAllText(text) : null,
        FeeRate = request.FeeRate,
        EventTimeoutSeconds = request.EventTimeout.TotalSeconds,
        MemoryLimitMb = request.MemoryLimitMb,
        AcceptDataWarnings = request.AcceptDataWarnings,
        EngineVersion = Backtest.EngineVersion,
    };

    /// <summary>The recipe in a run's folder; null where an older version made the run, or the file is damaged.</summary>
    public static RunRecipe? Load(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FileName)), RunRecipeJson.Default.RunRecipe);
        }
        catch (Exception none) when (none is JsonException or FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Writes it into a run's folder.</summary>
    public void Save(string folder) => File.WriteAllBytes(Path.Combine(folder, FileName), JsonSerializer.SerializeToUtf8Bytes(this, RunRecipeJson.Default.RunRecipe));

    /// <summary>What to run, to make the run again.</summary>
    /// <param name="workspace">Where things are.</param>
    public BacktestRequest ToRequest(Workspace workspace)
    {
        var config = ConfigAsItWas(workspace);
        return new BacktestRequest
        {
            Script = workspace.Kept(Script),
            Class = Class,
            Data = [.. Data.Select(DataRequest.Parse)],
            Lake = workspace.Kept(Lake),
            Range = Range,
            Settings = Settings,
            Cash = Cash,
            Currency = Currency,
            ConfigPath = config,
            FeeRate = FeeRate,
            Costs = CostConfig.Of(config, FeeRate),
            Seed = Seed,
            EventTimeout = TimeSpan.FromSeconds(EventTimeoutSeconds),
            MemoryLimitMb = MemoryLimitMb,
            AcceptDataWarnings = AcceptDataWarnings,
            Command = ToCommand(),
        };
    }

    /// <summary>The words that run it again, where the configuration is still what it was.</summary>
    public string ToCommand()
    {
        List<string> words = ["./run.sh", "backtest", Script, "--class", Class];
        words.AddRange(Data.SelectMany(each => (string[])["--data", each]));
        words.AddRange(Settings.SelectMany(each => (string[])["--set", each]));
        words.AddRange(["--from", UtcNanos.ToIso(From), "--to", UtcNanos.ToIso(To), "--seed", FormattableString.Invariant($"{Seed}")]);
        words.AddRange(["--cash", FormattableString.Invariant($"{Cash}"), "--currency", Currency, .. StoreOptions.Words(Lake)]);
        words.AddRange(ConfigPath is { } path ? ["--config", path] : []);
        words.AddRange(FeeRate is { } rate ? ["--fee-rate", FormattableString.Invariant($"{rate}")] : []);
        words.AddRange(AcceptDataWarnings ? [DataGate.Option] : []);
        return string.Join(' ', words.Select(ShellWord.Quoted));
    }

    /// <summary>The configuration's own file, which tables may lie beside; where that has changed, a copy as it was.</summary>
    string? ConfigAsItWas(Workspace workspace)
    {
        if (ConfigText is null)
        {
            return null;
        }

        var copy = Path.Combine(workspace.Ledger, $"config-{ConfigSha256[..12]}.json");
        if (Says(workspace.Kept(ConfigPath!)) || Says(copy))
        {
            return Says(workspace.Kept(ConfigPath!)) ? workspace.Kept(ConfigPath!) : copy;
        }

        PrivateFile.MakeFolder(workspace.Ledger);
        PrivateFile.Replace(copy, Encoding.UTF8.GetBytes(ConfigText));
        return copy;
    }

    bool Says(string path) => File.Exists(path) && File.ReadAllText(path) == ConfigText;

    static string Word(DataRequest told) => $"{told.Symbol}:{told.Kind!.Value.Word()}" + (told.Source is { } source ? "@" + source : "");

    static string Word(DataRequest asked, DataIdentity found) => $"{found.Instrument}:{found.Kind}" + (asked.Source is { } source ? "@" + source : "")
        + (asked.Revision is { } revision ? FormattableString.Invariant($"#{revision}") : "");
}
