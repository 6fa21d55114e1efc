using System.Text.Json;
using Workbench.Core;

namespace Workbench.App;

/// <summary>The part of a run's configuration that says what fills cost and when limits fill, from <c>--fee-rate</c> and <c>--config</c>.</summary>
sealed record CostConfig
{
    /// <summary>Commission for whatever is not named.</summary>
    public CommissionSchedule Commission { get; init; } = CommissionSchedule.Free;

    /// <summary>Commission by symbol.</summary>
    public IReadOnlyDictionary<string, CommissionSchedule> CommissionOf { get; init; } = new Dictionary<string, CommissionSchedule>();

    /// <summary>How the simulated venue fills.</summary>
    public VenueConfig Venue { get; init; } = new();

    /// <summary>
    /// Reads <c>{"limitFill":"touch","latency":"constant 50ms","commission":{"default":{"rate":0.00002},"EURUSD":{"perUnit":0.00003,"minimum":2}}}</c>.
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

    static CostConfig Read(JsonElement root, string path)
    {
        var config = new CostConfig();
        foreach (var entry in root.EnumerateObject())
        {
            config = entry.Name switch
            {
                "commission" => config.WithCommission(entry.Value, path),
                _ when VenueConfig.Names.Contains(entry.Name) => config with { Venue = config.Venue.With(entry.Name, entry.Value.GetString() ?? "", path) },
                _ => throw CliErrors.BadConfig(path, $"'{entry.Name}' is no setting; known are {string.Join(", ", VenueConfig.Names)} and commission."),
            };
        }

        return config;
    }

    CostConfig WithCommission(JsonElement schedules, string path)
    {
        var of = new Dictionary<string, CommissionSchedule>();
        var config = this;
        foreach (var entry in schedules.EnumerateObject())
        {
            var schedule = Schedule(entry.Value, path);
            if (entry.Name == "default")
            {
                config = config with { Commission = schedule };
            }
            else
            {
                of[entry.Name.ToUpperInvariant()] = schedule;
            }
        }

        return config with { CommissionOf = of };
    }

    static CommissionSchedule Schedule(JsonElement fields, string path)
    {
        var schedule = new CommissionSchedule();
        foreach (var field in fields.EnumerateObject())
        {
            var value = field.Value.GetDecimal();
            if (value < 0m)
            {
                throw CliErrors.BadConfig(path, $"commission.{field.Name} is negative.");
            }

            schedule = field.Name switch
            {
                "rate" => schedule with { Rate = value },
                "perUnit" => schedule with { PerUnit = value },
                "fixed" => schedule with { Fixed = value },
                "minimum" => schedule with { Minimum = value },
                _ => throw CliErrors.BadConfig(path, $"commission has no '{field.Name}'; known are rate, perUnit, fixed and minimum."),
            };
        }

        return schedule;
    }
}
