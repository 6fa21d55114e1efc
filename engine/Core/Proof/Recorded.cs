namespace Workbench.Core;

/// <summary>A decision as the output log has it, kept for comparing.</summary>
/// <param name="Record">The record's bytes.</param>
/// <param name="Tag">The strategy's word for why.</param>
readonly record struct Recorded(byte[] Record, string Tag)
{
    const int SequenceAt = 8;
    const int TimeAt = 16;

    public long Time => new OutputRecord(Record).Time;

    /// <summary>
    /// Whether both are the same in all terms. Their numbers in the log, which also count what the strategy was told, and those of their
    /// texts say nothing of the decision.
    /// </summary>
    public bool IsSame(OutputRecord other, string tag)
    {
        ReadOnlySpan<byte> mine = Record, theirs = other.Bytes;
        const int Behind = OutputRecord.TextIdAt + sizeof(int);
        return Tag == tag
            && mine[..SequenceAt].SequenceEqual(theirs[..SequenceAt])
            && mine[TimeAt..OutputRecord.TextIdAt].SequenceEqual(theirs[TimeAt..OutputRecord.TextIdAt])
            && mine[Behind..].SequenceEqual(theirs[Behind..]);
    }

    /// <summary>In words.</summary>
    public Decision Told(IReadOnlyList<Instrument> instruments) => Decision.Of(new OutputRecord(Record), Tag, instruments);
}
