namespace Workbench.Core;

/// <summary>Another model's latency, which rises within stretches of time and falls back: a line that chokes.</summary>
/// <param name="Usual">The model outside of them.</param>
/// <param name="Spikes">When; what rises is 0 at both ends of each.</param>
/// <param name="Highest">What is added in the middle of one, nanoseconds.</param>
public sealed record SpikedLatency(ILatencyModel Usual, IReadOnlyList<TimeRange> Spikes, long Highest) : ILatencyModel
{
    /// <inheritdoc/>
    public long Nanos(OrderMessage message, SeededRandom dice) => Usual.Nanos(message, dice);

    /// <inheritdoc/>
    public long Nanos(OrderMessage message, long time, SeededRandom dice)
    {
        var usual = Usual.Nanos(message, time, dice);
        foreach (var spike in Spikes)
        {
            if (spike.Contains(time))
            {
                var u = (double)(time - spike.From) / spike.Length;
                return usual + (long)(Highest * (4d * u * (1d - u)));
            }
        }

        return usual;
    }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Usual}, {Spikes.Count} spikes of {ModelText.Millis(Highest)}");
}
