using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workbench.Research.Search;

namespace Workbench.App;

/// <summary>
/// All that a sweep is made of, written once before anything runs: the same plan comes to the same results, on this machine or on a
/// hundred, in one go or in ten.
/// </summary>
sealed record SweepPlan
{
    /// <summary>Its file in the sweep's folder.</summary>
    public const string FileName = "plan.json";

    /// <summary>Version of its form.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>Version of the engine.</summary>
    public required string Engine { get; init; }

    /// <summary>Hash of the engine's build.</summary>
    public required string Build { get; init; }

    /// <summary>grid, random, lhs, sobol, cma, bayes.</summary>
    public required string Method { get; init; }

    /// <summary>Variants of each leg at most; 0 for all of a grid.</summary>
    public required int Trials { get; init; }

    /// <summary>Seed of the search, and of the dice of each run.</summary>
    public required long Seed { get; init; }

    /// <summary>What variants are ranked by.</summary>
    public required string Objective { get; init; }

    /// <summary>Trades below which there is no figure.</summary>
    public int MinTrades { get; init; }

    /// <summary>When a variant is hopeless; null for never.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>What is varied.</summary>
    public required IReadOnlyList<PlannedAxis> Axes { get; init; }

    /// <summary>Constraints.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>What it goes through.</summary>
    public required IReadOnlyList<PlannedLeg> Legs { get; init; }

    /// <summary>Batches, by their index; none where the method learns, since its generations are not known beforehand.</summary>
    public required IReadOnlyList<PlannedShard> Shards { get; init; }

    /// <summary>Most variants of a batch.</summary>
    public required int Batch { get; init; }

    /// <summary>Variants in all; at most so many where the method learns.</summary>
    [JsonIgnore]
    public long Variants => Legs.Sum(leg => (long)leg.Variants);

    /// <summary>Whether the next points depend on what the ones before came to.</summary>
    [JsonIgnore]
    public bool Learns => LearnsFrom(Method);

    /// <summary>Whether data that a check has refused are searched all the same. It is part of the plan's name, since it is part of the recipes.</summary>
    [JsonIgnore]
    public bool AcceptsDataWarnings => Legs[0].Recipe.AcceptDataWarnings;

    /// <summary>The script, relative to the project.</summary>
    [JsonIgnore]
    public string Script => Legs[0].Recipe.Script;

    /// <summary>Hex SHA-256 of its bytes: the plan's name.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(ToJson()));

    /// <summary>Whether a method learns.</summary>
    public static bool LearnsFrom(string method) => method is "cma" or "bayes";

    /// <summary>Its one text.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SweepPlanJson.Default.SweepPlan);

    /// <summary>The plan in a file.</summary>
    /// <exception cref="Model.WorkbenchException">WB4423: it is none.</exception>
    public static SweepPlan Load(string path)
    {
        try
        {
            var plan = JsonSerializer.Deserialize(File.ReadAllBytes(path), SweepPlanJson.Default.SweepPlan);
            return plan is { Schema: 1 } ? plan : throw SweepErrors.NotAPlan(path, "a newer version wrote it.");
        }
        catch (Exception none) when (none is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            throw SweepErrors.NotAPlan(path, none.Message);
        }
    }
}
