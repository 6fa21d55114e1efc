namespace Workbench.Research.Validation;

/// <summary>
/// Quotes moved by less than half their spread, both sides alike, each by dice of its own: a price that could as well have been. Times,
/// spread, grid and the order of bid and ask stay.
/// </summary>
public sealed class NoisyTicks(ICursor<TickBatch> inner, long seed) : ICursor<TickBatch>
{
    readonly SeededRandom dice = new(seed);
    readonly long tick = Math.Max(1L, inner.Instrument.ToRaw(inner.Instrument.TickSize));

    /// <inheritdoc/>
    public Instrument Instrument => inner.Instrument;

    /// <summary>The tapes of a run with noise on their quotes. Bars and prints have no spread to stay within, and stay as they are.</summary>
    public static IReadOnlyList<Tape> Over(IReadOnlyList<Tape> tapes, long seed) =>
        [.. tapes.Select((tape, at) => tape is { RatesOnly: false, Cursor: ICursor<TickBatch> ticks } ? Tape.OfTicks(new NoisyTicks(ticks, unchecked(seed * 31 + at))) : tape)];

    /// <inheritdoc/>
    public bool Read(TickBatch into)
    {
        if (!inner.Read(into))
        {
            return false;
        }

        for (var i = 0; i < into.Count; i++)
        {
            var most = MostTicks(into.Ask[i] - into.Bid[i]);
            var shift = most == 0 ? 0 : dice.Next(-most, most + 1) * tick;
            if (into.Bid[i] + shift > 0)
            {
                (into.Bid[i], into.Ask[i]) = (into.Bid[i] + shift, into.Ask[i] + shift);
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    /// <summary>Most ticks that are less than half a spread.</summary>
    int MostTicks(long spread) => (int)Math.Clamp((spread - 1) / (2 * tick), 0, 1_000_000);
}
