using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workbench.App;

/// <summary>One attempt at a shard: who began it, and how it ended. Whoever is killed leaves no end.</summary>
sealed record ShardAttempt
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Its number among the attempts at this shard, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The machine it ran on.</summary>
    public required string Host { get; init; }

    /// <summary>The process there.</summary>
    public required int Pid { get; init; }

    /// <summary>slurm, kubernetes, or local.</summary>
    public required string Scheduler { get; init; }

    /// <summary>The scheduler's name of the job, where it has one.</summary>
    public string? Job { get; init; }

    /// <summary>When it began, ISO 8601, UTC.</summary>
    public required string Started { get; init; }

    /// <summary>How it ended; null while it works, and for ever where it was killed.</summary>
    [JsonIgnore]
    public ShardEnd? End { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">It is not what a worker writes.</exception>
    public static ShardAttempt FromJson(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<ShardAttempt>(bytes, Options)!;
}
