using System.Text.Json;
using Workbench.Core;

namespace Workbench.App;

/// <summary>The part of a run's configuration that says what trading and holding cost, how the account is kept and when limits fill, from <c>--fee-rate</c> and <c>--config</c>.</summary>
sealed record CostConfig
{
    /// <summary>Commission for whatever is not named.</summary>
    public CommissionSchedule Commission { get; init; } = CommissionSchedule.Free;

    /// <summary>Commission by symbol.</summary>
    public IReadOnlyDictionary<string, CommissionSchedule> CommissionOf { get; init; } = new Dictionary<string, CommissionSchedule>();

    /// <summary>How the simulated venue fills.</summary>
    public VenueConfig Venue { get; init; } = new();

    /// <summary>How the venue keeps the account.</summary>
    public AccountTerms Account { get; init; } = new();

    /// <summary>What the trader allows himself.</summary>
    public RiskTerms Risk { get; init; } = RiskTerms.None;

    /// <summary>What holding costs and brings.</summary>
    public HoldingConfig Holding { get; init; } = new();

    /// <summary>
    /// Reads <c>{"limitFill":"touch","latency":"constant 50ms","commission":{"default":{"rate":0.00002},"EURUSD":{"perUnit":0.00003,"minimum":2}}}</c>; all
    /// that it may hold is in data/README.md.
    /// </summary>
    public static CostConfig Read(string path)
    {
        if (!File.Exists(path))
        {
            throw CliErrors.NotFound("The configuration", path, "ls *.json");
        }

        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return Read(document.RootElement, path);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException or FormatException)
        {
            throw CliErrors.BadConfig(path, cause.Message);
        }
    }

    /// <summary>What a file and a rate of commission say together; the rate stands over the file's.</summary>
    public static CostConfig Of(string? path, decimal? feeRate)
    {
        var costs = path is null ? new CostConfig() : Read(path);
        return feeRate is { } rate ? costs with { Commission = costs.Commission with { Rate = rate } } : costs;
    }

    static CostConfig Read(JsonElement root, string path)
    {
        var config = new CostConfig();
        foreach (var entry in root.EnumerateObject())
        {
            config = entry.Name switch
            {
                "commission" => config.WithCommission(entry.Value, path),
                "account" => config with { Account = AccountConfig.Read(new JsonFields(entry.Value, path, "account")) },
                "risk" => config with { Risk = RiskConfig.Read(new JsonFields(entry.Value, path, "risk")) },
                _ when VenueConfig.Names.Contains(entry.Name) => config with { Venue = config.Venue.With(entry.Name, entry.Value.GetString() ?? "", path) },
                _ when config.Holding.Take(entry.Name, entry.Value, path) => config,
                _ => throw CliErrors.BadConfig(path, $"'{entry.Name}' is no setting; known are commission, account, risk, swap, funding, borrow, dividends, splits, {string.Join(", ", VenueConfig.Names)}."),
            };
        }

        return config;
    }

    CostConfig WithCommission(JsonElement schedules, string path)
    {
        var of = new Dictionary<string, CommissionSchedule>();
        var config = this;
        foreach (var (symbol, fields) in JsonFields.Each(schedules, path, "commission"))
        {
            var schedule = CommissionConfig.Read(fields);
            if (symbol == "default")
            {
                config = config with { Commission = schedule };
            }
            else
            {
                of[symbol.ToUpperInvariant()] = schedule;
            }
        }

        return config with { CommissionOf = of };
    }

}
