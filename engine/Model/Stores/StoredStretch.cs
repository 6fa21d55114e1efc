namespace Workbench.Model;

/// <summary>What a store knows of a month, or year, of a tape without reading it.</summary>
public sealed record StoredStretch
{
    /// <summary>Events in it.</summary>
    public required long Count { get; init; }

    /// <summary>Time of the first event, UTC nanoseconds; of bars, the opening.</summary>
    public required long First { get; init; }

    /// <summary>Time of the last event, UTC nanoseconds; of bars, the opening.</summary>
    public required long Last { get; init; }

    /// <summary>Instant up to which the last event speaks: its time, or the bar's close.</summary>
    public required long Until { get; init; }

    /// <summary>Hex SHA-256 of the numbers in it, as <see cref="ContentHash"/> makes it.</summary>
    public required string Content { get; init; }

    /// <summary>Where the events came from; several, joined by a plus, where it was filled twice.</summary>
    public required string Source { get; init; }

    /// <summary>Stretches within it without data while the market was open.</summary>
    public required IReadOnlyList<TimeRange> Gaps { get; init; }

    /// <summary>What the last check said; null where none was made.</summary>
    public StoredQuality? Quality { get; init; }

    /// <summary>What the last check said, where it is of the numbers that are stored and by the rules that hold; else null.</summary>
    public StoredQuality? Current => Quality?.IsOf(Content) == true ? Quality : null;
}
