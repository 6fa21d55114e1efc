namespace Workbench.Core;

/// <summary>
/// A tape that is decoded once and read by many engines. Whoever steps them decodes ahead: an engine may go as far as
/// <see cref="DecodedTo"/>, and no batch is decoded or let go while one is at work.
/// </summary>
/// <remarks>Everything a lane needs of the place it stops at lies in a batch that is there, so engines never wait for one another.</remarks>
public abstract class SharedTape : IDisposable
{
    private protected SharedTape(Tape tape) => Origin = tape;

    /// <summary>What is shared.</summary>
    private protected Tape Origin { get; }

    /// <summary>Whether a strategy trades by it; else it only converts currencies, tells the order of prices within bars, or has no prices at all.</summary>
    public bool IsTraded => Origin is { RatesOnly: false, Resolves: false, IsNotice: false };

    /// <summary>What it is of.</summary>
    public Instrument Instrument => Origin.Instrument;

    /// <summary>Length of its bars, where it holds bars; default elsewhere.</summary>
    public BarSpec Bars => Origin.Bars;

    /// <summary>Every event before this instant is at hand, UTC nanoseconds; the end of time once all are.</summary>
    public abstract long DecodedTo { get; }

    /// <summary>Bytes that its batches take.</summary>
    public abstract long Bytes { get; }

    /// <summary>Shares a tape that nobody has read from yet; it is disposed of with this.</summary>
    public static SharedTape Of(Tape tape) => tape.Share();

    /// <summary>Decodes one more batch.</summary>
    /// <returns>False where the tape has ended.</returns>
    /// <exception cref="WorkbenchException">The source is damaged.</exception>
    public abstract bool Decode();

    /// <summary>Lets go of batches whose events all lie before the instant. No engine can be opened on the tape afterwards.</summary>
    public abstract void Forget(long before);

    /// <summary>The tape from its beginning, for one engine. At least one batch of it must be decoded, unless it has none.</summary>
    public abstract Tape Open();

    /// <summary>When the events of the batch that was decoded last came, rising, UTC nanoseconds; of bars, when they closed.</summary>
    public abstract ReadOnlySpan<long> Newest { get; }

    /// <inheritdoc/>
    public void Dispose() => Origin.Cursor?.Dispose();
}
