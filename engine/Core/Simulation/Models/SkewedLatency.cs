namespace Workbench.Core;

/// <summary>A seeded draw for each message: most near the shortest, a tail up to the longest.</summary>
/// <param name="Shortest">Nanoseconds.</param>
/// <param name="Longest">Nanoseconds; at least the shortest.</param>
/// <remarks>shortest + (longest − shortest) × u³ with u uniform in [0, 1): half of the draws lie in the first eighth of the span. Nothing but
/// multiplications, since logarithms may differ in the last bit between two C libraries, and a nanosecond can decide a fill.</remarks>
public sealed record SkewedLatency(long Shortest, long Longest) : ILatencyModel
{
    /// <inheritdoc/>
    public long Nanos(OrderMessage message, SeededRandom dice)
    {
        var u = dice.NextDouble();
        return Shortest + (long)((Longest - Shortest) * (u * u * u));
    }

    /// <inheritdoc/>
    public override string ToString() => $"skewed {ModelText.Millis(Shortest)} {ModelText.Millis(Longest)}";
}
