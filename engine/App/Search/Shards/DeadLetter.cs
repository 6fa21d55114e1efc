using System.Text.Json;

namespace Workbench.App;

/// <summary>A shard that nobody is to try again.</summary>
/// <param name="Index">The shard.</param>
/// <param name="ExitCode">What its last attempt ended with.</param>
/// <param name="Reason">Why.</param>
/// <param name="Attempts">How many there were.</param>
sealed record DeadLetter(int Index, ShardExit ExitCode, string Reason, int Attempts)
{
    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Options);

    /// <exception cref="JsonException">It is not what a worker writes.</exception>
    public static DeadLetter FromJson(ReadOnlySpan<byte> bytes) => JsonSerializer.Deserialize<DeadLetter>(bytes, Options)!;
}
