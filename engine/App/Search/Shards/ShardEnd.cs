using System.Text.Json;

namespace Workbench.App;

/// <summary>How an attempt at a shard ended, written by the attempt itself.</summary>
/// <param name="ExitCode">What it told the scheduler.</param>
/// <param name="Reason">Why, in one line.</param>
/// <param name="IsFault">Whether something went wrong; a node that is drained says goodbye without a fault.</param>
/// <param name="CpuSeconds">Processor time of the whole process.</param>
/// <param name="PeakMemoryMb">Most memory the process had.</param>
sealed record ShardEnd(ShardExit ExitCode, string Reason, bool IsFault, double CpuSeconds, double PeakMemoryMb)
{
    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">It is not what a worker writes.</exception>
    public static ShardEnd FromJson(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<ShardEnd>(bytes, Options)!;
}
