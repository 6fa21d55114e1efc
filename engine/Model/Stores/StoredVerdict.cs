using System.Globalization;
using System.Text.Json.Serialization;

namespace Workbench.Model;

/// <summary>A day's verdict as a store spells it.</summary>
public sealed record StoredVerdict
{
    /// <summary>Word for a day that a run must not see unasked.</summary>
    public const string Refused = "refused";

    /// <summary>Word for a day that a person should know something of.</summary>
    public const string Warn = "warn";

    const string DateFormat = "yyyy-MM-dd";

    /// <summary>The UTC day, <c>2014-05-01</c>.</summary>
    public required string Date { get; init; }

    /// <summary><see cref="Warn"/> or <see cref="Refused"/>.</summary>
    public required string Verdict { get; init; }

    /// <summary>One sentence each, the gravest first.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The verdict as a number to compare by.</summary>
    [JsonIgnore]
    public DataQuality Quality => Verdict == Refused ? DataQuality.Refused : DataQuality.Warn;

    /// <summary>From midnight to midnight, UTC.</summary>
    [JsonIgnore]
    public TimeRange Range => RangeOf(Date);

    /// <summary>How a day is spelled.</summary>
    public static string Text(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The day that a text spells.</summary>
    public static DateOnly Day(string date) => DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The day that a text spells, from midnight to midnight, UTC.</summary>
    public static TimeRange RangeOf(string date)
    {
        var from = UtcNanos.From(Day(date).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return new TimeRange(from, from + UtcNanos.Day);
    }
}
