using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary>How a sweep ended: what is known then and not from its results.</summary>
sealed record SweepEnd
{
    /// <summary>Its file in the sweep's folder.</summary>
    public const string FileName = "end.json";

    /// <summary>Distinct trials of its family when it ended.</summary>
    public required long TrialsInFamily { get; init; }

    /// <summary>Where they came from.</summary>
    public required SortedDictionary<string, long> TrialsBySource { get; init; }

    /// <summary>Seconds of work, all calls together where it was resumed.</summary>
    public required double WallSeconds { get; init; }

    /// <summary>Events times variants in a second of the last call.</summary>
    public required double TickVariantsPerSecond { get; init; }

    /// <summary>What the check had said of the plan's data, leg by leg; empty in sweeps from before there were checks.</summary>
    public IReadOnlyList<DataVerdict> Verdicts { get; init; } = [];

    /// <summary>What a reader must know before the figures.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>What the variants saw, each once, with its verdict.</summary>
    public IReadOnlyList<DataIdentity> Judged(SweepPlan plan) => [.. DataVerdict.On([.. plan.Legs.SelectMany(leg => leg.Data)], Verdicts).Distinct()];

    /// <summary>As a file.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, SweepPlanJson.Default.SweepEnd);

    /// <summary>Of a sweep; null where it has not ended, or nobody can read it any more.</summary>
    public static SweepEnd? Load(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(Path.Combine(folder, FileName)), SweepPlanJson.Default.SweepEnd);
        }
        catch (Exception none) when (none is JsonException or FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
