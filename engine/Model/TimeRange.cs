namespace Workbench.Model;

/// <summary>A stretch of time [From, To) in UTC nanoseconds: <see cref="From"/> belongs to it, <see cref="To"/> does not.</summary>
public readonly record struct TimeRange(long From, long To)
{
    /// <summary>All of time.</summary>
    public static TimeRange All { get; } = new(long.MinValue, long.MaxValue);

    /// <summary>Length in nanoseconds.</summary>
    public long Length => To - From;

    /// <summary>Whether the instant lies within.</summary>
    public bool Contains(long time) => time >= From && time < To;

    /// <summary>Whether the two share an instant.</summary>
    public bool Overlaps(TimeRange other) => From < other.To && other.From < To;

    /// <inheritdoc/>
    public override string ToString() => $"{UtcNanos.ToIso(From)}–{UtcNanos.ToIso(To)}";
}
