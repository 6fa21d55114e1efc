using System.Text.Json;
using NodaTime;

namespace Workbench.Data.Calendars;

/// <summary>Reads calendars from JSON, member by member, and says where a member cannot be read.</summary>
sealed class CalendarReader(string file, Func<string, CalendarEntry?> known)
{
    static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    string place = "";

    /// <summary>All calendars of a table, in its order.</summary>
    /// <exception cref="WorkbenchException">The text is no table, or a calendar in it makes no sense.</exception>
    public IEnumerable<CalendarEntry> Read(string text)
    {
        using var document = Parse(text);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw Unreadable("it is a list of calendars, in [ ]");
        }

        var names = new List<string>();
        foreach (var element in document.RootElement.EnumerateArray())
        {
            place = $"calendar {names.Count + 1}";
            var entry = Calendar(element);
            if (names.Contains(entry.Name))
            {
                throw CalendarErrors.Contradiction(file, entry.Name, "it is there twice");
            }

            CalendarCheck.Check(entry, file);
            names.Add(entry.Name);
            yield return entry;
        }
    }

    /// <summary>The calendar of a name in a table that is known to be right, and no other.</summary>
    public CalendarEntry? Find(JsonElement table, string name)
    {
        foreach (var element in table.EnumerateArray())
        {
            if (element.GetProperty("name").ValueEquals(name))
            {
                return Calendar(element);
            }
        }

        return null;
    }

    /// <summary>The table as JSON.</summary>
    public JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException broken)
        {
            throw CalendarErrors.Unreadable(file, "", broken.Message.TrimEnd('.'), broken);
        }
    }

    CalendarEntry Calendar(JsonElement from)
    {
        Only(from, "name", "like", "timeZone", "dayTurns", "sessions", "holidays", "earlyCloses", "lateOpens");
        place = Name(Text(from, "name"));
        var model = from.TryGetProperty("like", out var like) ? Like(Text(like)) : null;
        return new CalendarEntry
        {
            Name = place,
            Zone = from.TryGetProperty("timeZone", out var zone) ? Zone(Text(zone)) : model?.Zone ?? throw Missing("timeZone"),
            DayTurns = from.TryGetProperty("dayTurns", out var turns) ? Time(Text(turns)) : model?.DayTurns ?? LocalTime.Midnight,
            Sessions = from.TryGetProperty("sessions", out var sessions) ? List(sessions, "sessions", Session) : model?.Sessions ?? throw Missing("sessions"),
            Holidays = [.. model?.Holidays ?? [], .. Rules(from, "holidays", null)],
            EarlyCloses = [.. model?.EarlyCloses ?? [], .. Rules(from, "earlyCloses", "closes")],
            LateOpens = [.. model?.LateOpens ?? [], .. Rules(from, "lateOpens", "opens")],
        };
    }

    string Name(string name) =>
        name == UtcCalendar.Instance.Name ? throw CalendarErrors.Contradiction(file, name, "that calendar is always open, by its name")
        : name.Length > 0 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') ? name
        : throw Unreadable($"the name '{name}' is not made of small letters, digits and hyphens");

    CalendarEntry Like(string name) => known(name) ?? throw Unreadable($"it is to be like '{name}', which is not there");

    DateTimeZone Zone(string name) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) ?? throw Unreadable($"there is no time zone '{name}'; America/New_York is one");

    SessionRow Session(JsonElement from)
    {
        Only(from, "kind", "days", "from", "to", "since", "until");
        return new SessionRow
        {
            Kind = from.TryGetProperty("kind", out var kind) ? Kind(Text(kind)) : SessionKind.Regular,
            Days = Days(Text(from, "days")),
            From = Time(Text(from, "from")),
            To = Time(Text(from, "to")),
            Since = Since(from),
            Until = Until(from),
        };
    }

    IReadOnlyList<DateRule> Rules(JsonElement calendar, string list, string? time) =>
        calendar.TryGetProperty(list, out var rules) ? List(rules, list, rule => Rule(rule, time)) : [];

    DateRule Rule(JsonElement from, string? time)
    {
        if (time is null && from.ValueKind == JsonValueKind.String)
        {
            return new DateRule { On = [Pattern(Text(from))] };
        }

        Only(from, time is null ? ["on", "days", "observed", "since", "until", "except"] : ["on", time, "days", "observed", "since", "until", "except"]);
        var on = from.TryGetProperty("on", out var named) ? named : throw Missing("on");
        return new DateRule
        {
            On = on.ValueKind == JsonValueKind.Array ? [.. on.EnumerateArray().Select(each => Pattern(Text(each)))] : [Pattern(Text(on))],
            Days = from.TryGetProperty("days", out var days) ? Days(Text(days)) : Weekdays.All,
            Observed = from.TryGetProperty("observed", out var observed) ? Observed(Text(observed)) : Observance.None,
            Since = Since(from),
            Until = Until(from),
            Except = from.TryGetProperty("except", out var except) ? List(except, "except", Year) : [],
            Time = time is null ? default : Time(Text(from, time)),
        };
    }

    List<T> List<T>(JsonElement from, string name, Func<JsonElement, T> read)
    {
        if (from.ValueKind != JsonValueKind.Array)
        {
            throw Unreadable($"'{name}' is a list, in [ ]");
        }

        var (outer, items) = (place, new List<T>());
        foreach (var element in from.EnumerateArray())
        {
            place = FormattableString.Invariant($"{outer}, {name} {items.Count + 1}");
            items.Add(read(element));
        }

        place = outer;
        return items;
    }

    SessionKind Kind(string text) => text switch
    {
        "pre" => SessionKind.Pre,
        "regular" => SessionKind.Regular,
        "post" => SessionKind.Post,
        _ => throw Unreadable($"there is no kind of session '{text}': pre, regular and post are"),
    };

    Observance Observed(string text) => text switch
    {
        "nearest" => Observance.Nearest,
        "next" => Observance.Next,
        "sunday-next" => Observance.SundayNext,
        _ => throw Unreadable($"there is no observance '{text}': nearest, next and sunday-next are"),
    };

    Weekdays Days(string text) => Try(() => Weekdays.Parse(text));

    DatePattern Pattern(string text) => Try(() => DatePattern.Parse(text));

    T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException wrong)
        {
            throw CalendarErrors.Unreadable(file, place, wrong.Message, wrong);
        }
    }

    LocalTime Time(string text) => CalendarText.TryTime(text, out var time) ? time : throw Unreadable($"'{text}' is no time of the day, as 09:30 is");

    LocalDate Since(JsonElement from) => from.TryGetProperty("since", out var since) ? Date(since, year => new LocalDate(year, 1, 1)) : LocalDate.MinIsoValue;

    LocalDate Until(JsonElement from) => from.TryGetProperty("until", out var until) ? Date(until, year => new LocalDate(year, 12, 31)) : LocalDate.MaxIsoValue;

    LocalDate Date(JsonElement from, Func<int, LocalDate> ofYear) => from.ValueKind == JsonValueKind.Number
        ? ofYear(Year(from))
        : CalendarText.TryDate(Text(from), out var date) ? date : throw Unreadable($"'{from}' is no year and no date, as 2012 and 2012-10-29 are");

    int Year(JsonElement from) => from.ValueKind == JsonValueKind.Number && from.TryGetInt32(out var year) && year is >= 1000 and <= 9000
        ? year
        : throw Unreadable($"'{from}' is no year");

    void Only(JsonElement from, params string[] members)
    {
        if (from.ValueKind != JsonValueKind.Object)
        {
            throw Unreadable("an object in { } is meant to be here");
        }

        foreach (var member in from.EnumerateObject())
        {
            if (!members.Contains(member.Name))
            {
                var meant = Closest.To(member.Name, members);
                throw Unreadable($"there is no '{member.Name}'" + (meant is null ? "" : $"; did you mean '{meant}'?"));
            }
        }
    }

    string Text(JsonElement from, string name) => from.TryGetProperty(name, out var text) ? Text(text) : throw Missing(name);

    string Text(JsonElement from) => from.ValueKind == JsonValueKind.String ? from.GetString()! : throw Unreadable($"'{from}' is no text");

    WorkbenchException Missing(string name) => Unreadable($"'{name}' is missing");

    WorkbenchException Unreadable(string cause) => CalendarErrors.Unreadable(file, place, cause);
}
