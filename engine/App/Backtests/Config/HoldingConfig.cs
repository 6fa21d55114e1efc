using System.Text.Json;
using Workbench.Core;
using Workbench.Data.Lake;
using Workbench.Model;

namespace Workbench.App;

/// <summary>What holding instruments costs and brings, as a configuration writes it: tables by symbol, checked before a run begins.</summary>
sealed class HoldingConfig
{
    readonly Dictionary<string, SwapConfig> swap = [];
    readonly Dictionary<string, (IReadOnlyList<(long Time, TableRow Row)> Rows, decimal EveryHours)> funding = [];
    readonly Dictionary<string, (BorrowTable Table, IReadOnlyList<(long Time, TableRow Row)> Rows)> borrow = [];
    readonly Dictionary<string, IReadOnlyList<(long Time, TableRow Row)>> dividends = [];
    readonly Dictionary<string, IReadOnlyList<(long Time, TableRow Row)>> splits = [];
    readonly HashSet<string> lakeDividends = [];
    readonly HashSet<string> lakeSplits = [];

    /// <summary>What stands in a configuration for the table that lies beside the prices.</summary>
    const string FromLake = "lake";

    /// <summary>Takes a section of the configuration, where it is one of holding.</summary>
    public bool Take(string section, JsonElement value, string config)
    {
        switch (section)
        {
            case "swap":
                Each(value, config, section, (symbol, fields) => swap[symbol] = new SwapConfig(fields));
                return true;
            case "funding":
                Each(value, config, section, (symbol, fields) => funding[symbol] = Funding(fields));
                return true;
            case "borrow":
                Each(value, config, section, (symbol, fields) => borrow[symbol] = Borrow(fields));
                return true;
            case "dividends":
                Tables(value, config, section, dividends, CheckDividend, "date", "amount");
                return true;
            case "splits":
                Tables(value, config, section, splits, CheckSplit, "date", "new", "old");
                return true;
            default:
                return false;
        }
    }

    /// <summary>The terms of the run's instruments.</summary>
    /// <exception cref="WorkbenchException">A table does not cover the run.</exception>
    public Dictionary<string, HoldingTerms> For(IEnumerable<Instrument> instruments, TimeRange range, IHistory history)
    {
        var terms = new Dictionary<string, HoldingTerms>();
        foreach (var instrument in instruments)
        {
            var symbol = instrument.Symbol;
            if (swap.ContainsKey(symbol) || funding.ContainsKey(symbol) || borrow.ContainsKey(symbol) || dividends.ContainsKey(symbol) || splits.ContainsKey(symbol)
                || lakeDividends.Contains(symbol) || lakeSplits.Contains(symbol))
            {
                terms[symbol] = WithLake(For(instrument, range), instrument, range, history);
            }
        }

        return terms;
    }

    HoldingTerms For(Instrument instrument, TimeRange range)
    {
        var symbol = instrument.Symbol;
        return new HoldingTerms
        {
            Swap = swap.TryGetValue(symbol, out var table) ? table.For(instrument, range) : null,
            Funding = funding.TryGetValue(symbol, out var rates) ? Covering(rates.Rows, rates.EveryHours, range, "funding." + symbol) : [],
            Borrow = borrow.TryGetValue(symbol, out var fee) ? Covering(fee, range, "borrow." + symbol) : null,
            Dividends = dividends.TryGetValue(symbol, out var paid) ? [.. paid.Select(row => new Dividend(BeginOf(instrument, row.Time), row.Row.Number("amount")))] : [],
            Splits = splits.TryGetValue(symbol, out var split) ? [.. split.Select(row => new Split(BeginOf(instrument, row.Time), row.Row.Number("new"), row.Row.NumberOr("old") ?? 1m))] : [],
        };
    }

    HoldingTerms WithLake(HoldingTerms terms, Instrument instrument, TimeRange range, IHistory history)
    {
        var symbol = instrument.Symbol;
        if (!lakeDividends.Contains(symbol) && !lakeSplits.Contains(symbol))
        {
            return terms;
        }

        var rows = ((history as IMarketStore)?.Actions(symbol) ?? throw RepairErrors.NoActions(symbol)).Rows
            .Select(row => (Time: BeginOf(instrument, UtcNanos.From(row.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc))), Row: row)).Where(row => range.Contains(row.Time)).ToList();
        return terms with
        {
            Dividends = lakeDividends.Contains(symbol) ? [.. rows.Where(row => row.Row.Dividend > 0).Select(row => new Dividend(row.Time, row.Row.Dividend))] : terms.Dividends,
            Splits = lakeSplits.Contains(symbol) ? [.. rows.Where(row => row.Row.Split > 0).Select(row => new Split(row.Time, row.Row.Split, 1m))] : terms.Splits,
        };
    }

    /// <summary>An ex-date begins with the instrument's trading day.</summary>
    static long BeginOf(Instrument instrument, long date) => instrument.Calendar.TradingDay(date + UtcNanos.Day / 2).From;

    static IReadOnlyList<FundingRate> Covering(IReadOnlyList<(long Time, TableRow Row)> rows, decimal everyHours, TimeRange range, string name)
    {
        // A minute of grace: venues stamp some milliseconds late.
        var longest = (long)(everyHours * UtcNanos.Hour) + UtcNanos.Minute;
        var before = range.From;
        foreach (var (time, row) in rows)
        {
            if (time >= range.From && before < range.To && Math.Min(time, range.To) - before > longest)
            {
                throw CliErrors.NotCovered(row.Place, name, $"{UtcNanos.ToIso(before)} to {UtcNanos.ToIso(time)}");
            }

            before = Math.Max(before, time);
        }

        return range.To - before <= longest
            ? [.. rows.Select(row => new FundingRate(row.Time, row.Row.Number("rate")))]
            : throw CliErrors.NotCovered(rows[^1].Row.Place, name, UtcNanos.ToIso(range.To));
    }

    static BorrowTable Covering((BorrowTable Table, IReadOnlyList<(long Time, TableRow Row)> Rows) fee, TimeRange range, string name)
    {
        if (fee.Rows.Count > 0)
        {
            DatedRows.Cover(fee.Rows, until: null, range, name);
        }

        return fee.Table;
    }

    static (IReadOnlyList<(long Time, TableRow Row)> Rows, decimal EveryHours) Funding(JsonFields fields)
    {
        var rates = fields.Find("rates") ?? throw CliErrors.BadConfig(fields.Config, $"{fields.Name}.rates is missing.");
        var rows = DatedRows.Of(TableRow.ReadAll(rates, fields.Config, fields.Name + ".rates", "time", "rate"), "time");
        foreach (var (_, row) in rows)
        {
            if (Math.Abs(row.Number("rate")) >= 1m)
            {
                throw CliErrors.BadTable(row.Place, "a rate is a share of the position's value, between -1 and 1.");
            }
        }

        var every = fields.Number("everyHours", 8m, value => value is > 0m and <= 24m, "above 0 and up to 24 is needed");
        fields.Done();
        return (rows, every);
    }

    static (BorrowTable Table, IReadOnlyList<(long Time, TableRow Row)> Rows) Borrow(JsonFields fields)
    {
        var always = fields.NumberOr("rate");
        var rows = fields.Find("rates") is { } rates ? DatedRows.Of(TableRow.ReadAll(rates, fields.Config, fields.Name + ".rates", "from", "rate"), "from") : [];
        var days = (int)fields.Number("daysInYear", 360m, value => value is 360m or 365m or 366m, "360, 365 or 366 is needed");
        fields.Done();
        if (always is null == (rows.Count == 0))
        {
            throw CliErrors.BadConfig(fields.Config, $"{fields.Name} needs rate, or rates by date, and only one of them.");
        }

        foreach (var (_, row) in rows)
        {
            CheckFee(row.Number("rate"), row.Place);
        }

        CheckFee(always ?? 0m, $"{fields.Config}: {fields.Name}.rate");
        IReadOnlyList<BorrowRate> table = always is { } one ? [new BorrowRate(long.MinValue, one)] : [.. rows.Select(row => new BorrowRate(row.Time, row.Row.Number("rate")))];
        return (new BorrowTable { Rates = table, DaysInYear = days }, rows);
    }

    static void CheckFee(decimal rate, string place)
    {
        if (rate < 0m)
        {
            throw CliErrors.BadTable(place, "a borrow fee is not negative.");
        }
    }

    static void CheckDividend(TableRow row)
    {
        if (row.Number("amount") <= 0m)
        {
            throw CliErrors.BadTable(row.Place, "a dividend is above 0.");
        }
    }

    static void CheckSplit(TableRow row)
    {
        if (row.Number("new") <= 0m || (row.NumberOr("old") ?? 1m) <= 0m)
        {
            throw CliErrors.BadTable(row.Place, "a split gives new shares above 0 for old ones above 0.");
        }
    }

    static void Each(JsonElement value, string config, string section, Action<string, JsonFields> take)
    {
        foreach (var (symbol, fields) in JsonFields.Each(value, config, section))
        {
            take(symbol.ToUpperInvariant(), fields);
        }
    }

    void Tables(
        JsonElement value, string config, string section, Dictionary<string, IReadOnlyList<(long, TableRow)>> into, Action<TableRow> check, params string[] columns)
    {
        foreach (var entry in value.EnumerateObject())
        {
            if (entry.Value.ValueKind == JsonValueKind.String && entry.Value.GetString() == FromLake)
            {
                (columns[1] == "amount" ? lakeDividends : lakeSplits).Add(entry.Name.ToUpperInvariant());
                continue;
            }

            var rows = TableRow.ReadAll(entry.Value, config, $"{section}.{entry.Name}", columns);
            into[entry.Name.ToUpperInvariant()] = DatedRows.Of(rows, columns[0]);
            foreach (var row in rows)
            {
                check(row);
            }
        }
    }
}
