using System.Globalization;
using System.Text.Json.Serialization;
using Workbench.Data.Quality;

namespace Workbench.Data.Lake;

/// <summary>A day's verdict as a manifest spells it.</summary>
sealed record StoredVerdict
{
    const string Refused = "refused";
    const string DateFormat = "yyyy-MM-dd";

    public required string Date { get; init; }

    /// <summary><c>warn</c> or <c>refused</c>.</summary>
    public required string Verdict { get; init; }

    public required IReadOnlyList<string> Reasons { get; init; }

    [JsonIgnore]
    public DataQuality Quality => Verdict == Refused ? DataQuality.Refused : DataQuality.Warn;

    /// <summary>From midnight to midnight, UTC.</summary>
    [JsonIgnore]
    public TimeRange Range => RangeOf(Date);

    public static StoredVerdict Of(DayVerdict day) => new()
    {
        Date = Text(day.Date),
        Verdict = day.Verdict == Data.Quality.Verdict.Refused ? Refused : "warn",
        Reasons = day.Reasons,
    };

    public static string Text(DateOnly date) => date.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The day of a date's text.</summary>
    public static TimeRange RangeOf(string date)
    {
        var from = UtcNanos.From(Day(date).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
        return new TimeRange(from, from + UtcNanos.Day);
    }

    /// <summary>What it says, as findings of a comparison.</summary>
    public IEnumerable<Finding> Findings(Defect defect) => Reasons.Select(reason =>
        new Finding(Day(Date), defect, Quality == DataQuality.Refused ? Data.Quality.Verdict.Refused : Data.Quality.Verdict.Warn, reason));

    static DateOnly Day(string date) => DateOnly.ParseExact(date, DateFormat, CultureInfo.InvariantCulture);
}
