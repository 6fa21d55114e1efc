namespace Workbench.Model;

/// <summary>An item of news about an instrument. FIX message B.</summary>
public sealed record News : INotice
{
    /// <summary>When it was published, UTC nanoseconds. FIX OrigTime (42).</summary>
    public required long TimeNanos { get; init; }

    /// <summary>When it was published, UTC.</summary>
    public DateTime Time => UtcNanos.ToDateTime(TimeNanos);

    /// <summary>The instrument on whose tape it is. An item that names several instruments is on the tape of each.</summary>
    public required string Symbol { get; init; }

    /// <summary>Its headline. FIX Headline (148).</summary>
    public required string Headline { get; init; }

    /// <summary>Who published it, such as <c>Motley Fool</c>; empty where nobody says.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where it can be read; empty where nobody says. FIX URLLink (149).</summary>
    public string Url { get; init; } = "";

    /// <summary>What it says in short; empty where nobody says.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How the source reads its tone as a whole, from -1 (bearish) to 1 (bullish); null where it does not.</summary>
    public decimal? Score { get; init; }

    /// <summary>The source's word for the score, such as <c>Somewhat-Bullish</c>; empty where it has none.</summary>
    public string Label { get; init; } = "";

    /// <summary>The instruments it names, in the source's order. Default none.</summary>
    public IReadOnlyList<NewsTicker> Tickers { get; init; } = [];

    /// <summary>What it says of the instrument on whose tape it is; null where it does not name it.</summary>
    public NewsTicker? About => Of(Symbol);

    /// <summary>What it says of an instrument; null where it does not name it.</summary>
    public NewsTicker? Of(string symbol)
    {
        foreach (var ticker in Tickers)
        {
            if (ticker.Symbol == symbol)
            {
                return ticker;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{UtcNanos.ToIso(TimeNanos)} {Symbol} {Headline}";
}
