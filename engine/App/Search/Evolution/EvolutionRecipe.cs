using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Workbench.Model;

namespace Workbench.App;

/// <summary>All by which an evolution can go on, or be made again. What it was made of is kept by its hashes: if that has changed, it cannot.</summary>
sealed record EvolutionRecipe
{
    /// <summary>The script whose parameters are bred, relative to the project where it lies within; null where scripts are.</summary>
    public string? File { get; init; }

    /// <summary>The strategy class; null where the script has one.</summary>
    public string? Class { get; init; }

    /// <summary>Hex SHA-256 of the script's file.</summary>
    public string? FileSha256 { get; init; }

    /// <summary>The markets, as <c>--data</c> says them.</summary>
    public required IReadOnlyList<string> Data { get; init; }

    /// <summary>Hex SHA-256 of what each market's data are made of.</summary>
    public required IReadOnlyList<string> DataSha256 { get; init; }

    /// <summary>The lake.</summary>
    public required string Lake { get; init; }

    /// <summary>First instant, UTC nanoseconds.</summary>
    public required long From { get; init; }

    /// <summary>First instant no longer in it.</summary>
    public required long To { get; init; }

    /// <summary>Axes, or settings that stay.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>What points must fulfil.</summary>
    public IReadOnlyList<string> Constraints { get; init; } = [];

    /// <summary>Timeframes that scripts may be on.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>Money at the start.</summary>
    public required decimal Cash { get; init; }

    /// <summary>Currency of the account; null for that of the market.</summary>
    public string? Currency { get; init; }

    /// <summary>Where the configuration was read from; null where none was.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Hex SHA-256 of the configuration.</summary>
    public string? ConfigSha256 { get; init; }

    /// <summary>Commission as a share of notional.</summary>
    public decimal? FeeRate { get; init; }

    /// <summary>Whether data that a check has refused were accepted; left out where not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AcceptDataWarnings { get; init; }

    /// <summary>Seed of everything.</summary>
    public required long Seed { get; init; }

    /// <summary>Generations asked for.</summary>
    public required int Generations { get; init; }

    /// <summary>Individuals.</summary>
    public required int Population { get; init; }

    /// <summary>Islands.</summary>
    public required int Islands { get; init; }

    /// <summary>What is selected by.</summary>
    public required IReadOnlyList<string> Objectives { get; init; }

    /// <summary>Closed trades below which nobody is a champion.</summary>
    public required int MinTrades { get; init; }

    /// <summary>Share of time held out.</summary>
    public required decimal HeldOut { get; init; }

    /// <summary>How many champions go to strategies/evolved.</summary>
    public int Keep { get; init; }

    /// <summary>Version of the engine.</summary>
    public required string EngineVersion { get; init; }

    /// <summary>Of an evolution that is about to begin.</summary>
    public static EvolutionRecipe Of(Workspace workspace, EvolveRequest asked, IReadOnlyList<Market> markets) => new()
    {
        File = asked.File is { } file ? workspace.Keep(file) : null,
        Class = asked.Run.Class,
        FileSha256 = Sha256(asked.File),
        Data = [.. asked.Run.Data.Zip(markets, (data, market) => $"{market.Identity.Instrument}:{market.Identity.Kind}" + (data.Source is { } source ? "@" + source : ""))],
        DataSha256 = [.. markets.Select(market => market.Identity.Sha256)],
        Lake = workspace.Keep(asked.Run.Lake),
        From = asked.Run.Range.From,
        To = asked.Run.Range.To,
        Settings = asked.Run.Settings,
        Constraints = asked.Constraints,
        Frames = asked.Frames,
        Cash = asked.Run.Cash,
        Currency = asked.Run.Currency,
        ConfigPath = asked.Run.ConfigPath is { } path ? workspace.Keep(path) : null,
        ConfigSha256 = Sha256(asked.Run.ConfigPath),
        FeeRate = asked.Run.FeeRate,
        AcceptDataWarnings = asked.Run.AcceptDataWarnings,
        Seed = asked.Run.Seed,
        Generations = asked.Generations,
        Population = asked.Population,
        Islands = asked.Islands,
        Objectives = asked.Objectives,
        MinTrades = asked.MinTrades,
        HeldOut = asked.HeldOut,
        Keep = asked.Keep,
        EngineVersion = Backtest.EngineVersion,
    };

    /// <summary>What to evolve, to go on.</summary>
    /// <exception cref="WorkbenchException">WB4445: script or configuration is no longer what it was.</exception>
    public EvolveRequest ToRequest(Workspace workspace, string id)
    {
        var (file, config) = (File is null ? null : workspace.Kept(File), ConfigPath is null ? null : workspace.Kept(ConfigPath));
        if (Sha256(file) != FileSha256 || Sha256(config) != ConfigSha256)
        {
            throw EvolveErrors.Changed(id, Sha256(file) != FileSha256 ? $"{File} was changed." : $"{ConfigPath} was changed.");
        }

        return new EvolveRequest
        {
            Run = new BacktestRequest
            {
                Script = file ?? "",
                Class = Class,
                Data = [.. Data.Select(DataRequest.Parse)],
                Lake = workspace.Kept(Lake),
                Range = new TimeRange(From, To),
                Settings = Settings,
                Cash = Cash,
                Currency = Currency,
                Costs = CostConfig.Of(config, FeeRate),
                ConfigPath = config,
                FeeRate = FeeRate,
                AcceptDataWarnings = AcceptDataWarnings,
                Seed = Seed,
            },
            Constraints = Constraints,
            Frames = Frames ?? [],
            Generations = Generations,
            Population = Population,
            Islands = Islands,
            Objectives = Objectives,
            MinTrades = MinTrades,
            HeldOut = HeldOut,
            Keep = Keep,
        };
    }

    /// <summary>Whether it is what it was, as far as selection goes: how long it runs, and what is kept of it, may change.</summary>
    public string? Difference(EvolutionRecipe before) =>
        !DataSha256.SequenceEqual(before.DataSha256) ? $"the data of {string.Join(", ", Data)} changed." : EngineVersion != before.EngineVersion ? $"it was made by version {before.EngineVersion}." : null;

    static string? Sha256(string? path) => path is not null && System.IO.File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(path))) : null;
}
