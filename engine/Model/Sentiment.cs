namespace Workbench.Model;

/// <summary>How many hold an instrument long and how many short, as one source measured it.</summary>
public sealed record Sentiment : INotice
{
    /// <summary>When it was measured and known, UTC nanoseconds.</summary>
    public required long TimeNanos { get; init; }

    /// <summary>When it was measured and known, UTC.</summary>
    public DateTime Time => UtcNanos.ToDateTime(TimeNanos);

    /// <summary>The instrument.</summary>
    public required string Symbol { get; init; }

    /// <summary>Share of those who are long, 0 to 1.</summary>
    public required decimal LongShare { get; init; }

    /// <summary>Share of those who are short, 0 to 1.</summary>
    public required decimal ShortShare { get; init; }

    /// <summary>Mean of <see cref="LongShare"/> over the measures of the last five minutes, this one included; one that is five minutes old counts no more. The engine
    /// computes it from what the run was told; as stored (default) it is 0.</summary>
    public decimal LongAverage { get; init; }

    /// <summary>How sure the source is, 0 to 1; null where it does not say.</summary>
    public decimal? Confidence { get; init; }

    /// <summary>Who measured it, such as <c>oanda</c>; empty where nobody says.</summary>
    public string Source { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{UtcNanos.ToIso(TimeNanos)} {Symbol} {LongShare} long, {ShortShare} short");
}
