using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace Workbench.Data.Tests.Calendars;

/// <summary>One market's hours as LEAN's database of market hours has them: what others made, to hold our tables against.</summary>
sealed class LeanHours
{
    static readonly TimeSpan FxTurn = TimeSpan.FromHours(17);

    readonly Dictionary<DayOfWeek, List<(string Kind, TimeSpan From, TimeSpan To)>> week = [];
    readonly HashSet<DateOnly> holidays = [];
    readonly Dictionary<DateOnly, TimeSpan> lateOpens;

    LeanHours(JsonElement entry)
    {
        Zone = entry.GetProperty("exchangeTimeZone").GetString()!;
        holidays.UnionWith(entry.GetProperty("holidays").EnumerateArray().Select(day => Date(day.GetString()!)));
        EarlyCloses = Times(entry, "earlyCloses");
        lateOpens = Times(entry, "lateOpens");
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            week[day] = [.. entry.GetProperty(day.ToString().ToLowerInvariant()).EnumerateArray().Select(session =>
                (session.GetProperty("state").GetString()!, Time(session.GetProperty("start")), Time(session.GetProperty("end"))))];
        }
    }

    /// <summary>The market's time zone.</summary>
    public string Zone { get; }

    /// <summary>Half days.</summary>
    public Dictionary<DateOnly, TimeSpan> EarlyCloses { get; }

    public static LeanHours Of(string market)
    {
        using var zip = ZipFile.OpenRead(SharedData.Path("lean-data/market-hours/market-hours-database.json.zip"));
        using var text = zip.Entries[0].Open();
        return new LeanHours(JsonDocument.Parse(text).RootElement.GetProperty("entries").GetProperty(market));
    }

    /// <summary>Whether nothing trades on the date. An opening at the turn of the currencies' day belongs to the next one.</summary>
    public bool IsClosed(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.Contains(date)
        || (lateOpens.TryGetValue(date, out var late) && late >= FxTurn);

    /// <summary>Whether a session of that kind is on at a time of the market's week.</summary>
    public bool IsOn(DayOfWeek day, TimeSpan time, string kind = "market") =>
        week[day].Exists(session => session.Kind == kind && session.From <= time && time < session.To);

    static Dictionary<DateOnly, TimeSpan> Times(JsonElement entry, string name) => entry.TryGetProperty(name, out var days)
        ? days.EnumerateObject().ToDictionary(day => Date(day.Name), day => Time(day.Value))
        : [];

    static TimeSpan Time(JsonElement text) => TimeSpan.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    static DateOnly Date(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
