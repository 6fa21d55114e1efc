using Workbench.Core;
using Workbench.Data.Calendars;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The swap of one instrument as a configuration writes it.</summary>
sealed class SwapConfig
{
    static readonly DayOfWeek[] Week = [DayOfWeek.Sunday, DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday];

    readonly string name;
    readonly SwapTable table;
    readonly IReadOnlyList<(long Time, TableRow Row)> dated;
    readonly CurrencyRates? currencies;
    readonly decimal markup;
    readonly long? until;

    /// <summary>
    /// Reads <c>{"unit":"points","long":-7.1,"short":1.2}</c>, the same with <c>"rates"</c> by date, or interest from a table of
    /// currencies: <c>{"unit":"interest","currencies":"rates.csv","markup":0.005}</c>.
    /// </summary>
    public SwapConfig(JsonFields fields)
    {
        name = fields.Name;
        var unit = fields.Word("unit", SwapUnit.Points, ("points", SwapUnit.Points), ("money", SwapUnit.Money), ("interest", SwapUnit.Interest));
        dated = fields.Find("rates") is { } rates ? DatedRows.Of(TableRow.ReadAll(rates, fields.Config, name + ".rates", "from", "long", "short"), "from") : [];
        currencies = fields.Find("currencies") is { } each ? new CurrencyRates(TableRow.ReadAll(each, fields.Config, name + ".currencies", "currency", "from", "rate")) : null;
        markup = fields.Number("markup", 0m, value => value >= 0m, "a share a year, not negative, is needed");
        until = fields.Find("until") is { } end ? new TableRow($"{fields.Config}: {name}", new Dictionary<string, string> { ["until"] = end.ToString() }).Time("until") : null;
        table = new SwapTable
        {
            Unit = unit,
            Rates = Always(fields) ?? [.. dated.Select(row => new SwapRate(row.Time, row.Row.Number("long"), row.Row.Number("short")))],
            LotSize = fields.Number("lotSize", 1m, value => value > 0m, "units above 0 are needed"),
            DaysInYear = (int)fields.Number("daysInYear", 365m, value => value is 360m or 365m or 366m, "360, 365 or 366 is needed"),
            CutOff = SessionCalendars.Find(fields.Find("cutOff")?.GetString() ?? "fx-newyork-17"),
            Nights = Nights(fields),
        };
        fields.Done();
        if (currencies is not null && unit != SwapUnit.Interest)
        {
            throw CliErrors.BadConfig(fields.Config, $"{name}: rates of currencies are interest, and unit says otherwise.");
        }
    }

    /// <summary>The table of an instrument over a run.</summary>
    /// <exception cref="WorkbenchException">It does not cover the run.</exception>
    public SwapTable For(Instrument instrument, TimeRange range)
    {
        if (currencies is not null)
        {
            return table with { Rates = currencies.Differential(instrument, markup, until, range, name) };
        }

        if (dated.Count > 0)
        {
            DatedRows.Cover(dated, until, range, name);
        }

        return table;
    }

    /// <summary>One rate for all time; null where the rates are dated, or come of currencies.</summary>
    IReadOnlyList<SwapRate>? Always(JsonFields fields)
    {
        var (bought, sold) = (fields.NumberOr("long"), fields.NumberOr("short"));
        var ways = (bought is null && sold is null ? 0 : 1) + (dated.Count > 0 ? 1 : 0) + (currencies is null ? 0 : 1);
        return ways != 1 ? throw CliErrors.BadConfig(fields.Config, $"{name} needs long and short, or rates, or currencies, and only one of them.")
            : bought is { } one && sold is { } other ? [new SwapRate(long.MinValue, one, other)]
            : bought is null && sold is null ? null
            : throw CliErrors.BadConfig(fields.Config, $"{name} has one of long and short, and not the other.");
    }

    static int[] Nights(JsonFields fields)
    {
        int[] nights = [0, 1, 1, 1, 1, 1, 0];
        var triple = fields.Word("tripleDay", (DayOfWeek?)DayOfWeek.Wednesday,
            [.. Week.Select(day => (day.ToString().ToLowerInvariant(), (DayOfWeek?)day)), ("none", null)]);
        if (triple is { } day)
        {
            nights[(int)day] = 3;
        }
        else
        {
            nights[0] = nights[6] = 1;
        }

        foreach (var (each, within) in fields.Find("nights") is { } counts ? counts.EnumerateObject().Select(entry => (entry.Name, new JsonFields(counts, fields.Config, fields.Name + ".nights"))) : [])
        {
            var at = Array.FindIndex(Week, known => known.ToString().Equals(each, StringComparison.OrdinalIgnoreCase));
            nights[at < 0 ? throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.nights has no '{each}'; known are the days of the week.") : at] =
                (int)within.Number(each, 0m, value => value is >= 0m and <= 7m && value % 1m == 0m, "0 to 7 nights are needed");
        }

        return Array.TrueForAll(nights, count => count == 0) ? throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.nights has no night.") : nights;
    }
}
