namespace Workbench.Core;

/// <summary>A decision as the output log has it, kept for comparing.</summary>
/// <param name="Record">Its bytes, those of its details behind them where it has some.</param>
/// <param name="Tag">The strategy's word for why.</param>
readonly record struct Recorded(byte[] Record, string Tag)
{
    public long Time => new OutputRecord(Record).Time;

    /// <summary>Whether both are the same in all terms.</summary>
    public bool IsSame(ReadOnlySpan<byte> other, string tag) => Tag == tag && other.SequenceEqual(Record);

    /// <summary>In words.</summary>
    public Decision Told(IReadOnlyList<Instrument> instruments) => Decision.Of(Record, Tag, instruments);
}
