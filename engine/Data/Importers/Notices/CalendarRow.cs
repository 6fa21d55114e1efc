namespace Workbench.Data.Importers.Notices;

/// <summary>Makes an entry of what a row of a calendar says, whoever wrote it.</summary>
sealed class CalendarRow(NoticeSink<CalendarEntry> sink, long row)
{
    readonly SortedSet<string> units = new(StringComparer.Ordinal);

    /// <summary>A figure; null where the text is empty, or holds several figures.</summary>
    public decimal? Figure(string text)
    {
        if (text.Trim().Length == 0)
        {
            return null;
        }

        if (Notices.Figure.TryRead(text, out var figure))
        {
            units.Add(figure.Unit);
            return figure.Value;
        }

        if (!Notices.Figure.IsSeveral(text))
        {
            throw NoticeErrors.BadFigure(sink.File, row, text);
        }

        sink.Note("cells hold several figures, as votes do, and were left empty");
        return null;
    }

    /// <summary>Unit of the figures read so far, or what the source calls it.</summary>
    public string Unit(string said = "") => units.Count > 1 ? throw NoticeErrors.UnitsDiffer(sink.File, row, string.Join(" and ", units.Select(unit => unit.Length == 0 ? "plain numbers" : unit)))
        : units.FirstOrDefault() is { Length: > 0 } unit ? unit
        : said;

    /// <summary>A currency's code.</summary>
    public string Currency(string text) => text.Trim().ToUpperInvariant() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper)
        ? code
        : throw NoticeErrors.NoCurrency(sink.File, row, text);

    /// <summary>How much it moves the market.</summary>
    public CalendarImpact Impact(string text) => text.Trim().ToLowerInvariant() switch
    {
        "" or "0" or "none" or "holiday" or "non-economic" or "gray" => CalendarImpact.Unknown,
        "1" or "low" or "yellow" => CalendarImpact.Low,
        "2" or "medium" or "moderate" or "orange" => CalendarImpact.Medium,
        "3" or "high" or "red" => CalendarImpact.High,
        _ => throw NoticeErrors.BadImpact(sink.File, row, text),
    };
}
