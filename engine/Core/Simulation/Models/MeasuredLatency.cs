namespace Workbench.Core;

/// <summary>Draws, by the run's seed, from latencies that a recorded session had: the distribution of the connection one really has.</summary>
/// <param name="Name">Where they were measured: a file's name, and the beginning of its SHA-256.</param>
/// <param name="Samples">Nanoseconds, at least one.</param>
public sealed record MeasuredLatency(string Name, IReadOnlyList<long> Samples) : ILatencyModel
{
    /// <inheritdoc/>
    public long Nanos(OrderMessage message, SeededRandom dice) => Samples[dice.Next(Samples.Count)];

    /// <inheritdoc/>
    public override string ToString() => $"measured {Name}";
}
