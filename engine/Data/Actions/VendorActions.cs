using Workbench.Data.Importers.Yahoo;
using Workbench.Data.Repair;

namespace Workbench.Data.Actions;

/// <summary>Takes the dividends and splits that came in a vendor's files of prices into the store.</summary>
public static class VendorActions
{
    /// <summary>Takes what a file or folder holds of them; formats that hold none give none.</summary>
    /// <param name="store">Where they go.</param>
    /// <param name="symbol">Of what.</param>
    /// <param name="format">Format of the files, as <c>data import</c> names it.</param>
    /// <param name="path">File or folder.</param>
    /// <returns>How many days with something are known of the files' stretch.</returns>
    public static int Take(IMarketStore store, string symbol, string format, string path)
    {
        var pattern = format switch { "yahoo-json" => "*.json", "yahoo-csv" => "*.csv", _ => null };
        var count = 0;
        List<string> files = pattern is null ? [] : File.Exists(path) ? [path] : [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal)];
        foreach (var file in files)
        {
            count += format == "yahoo-json" ? TakeChart(store, symbol, file) : TakeTable(store, symbol, file);
        }

        return count;
    }

    /// <summary>What the rows of a table say of dividends and splits, with what the adjusted prices say of each. A day on which those step and nothing is told is one too: a dividend may be missing.</summary>
    public static IReadOnlyList<CorporateAction> Of(IReadOnlyList<PriceRow> rows) =>
        [.. Enumerable.Range(0, rows.Count).Where(row => rows[row].Dividend > 0 || rows[row].Split > 0 || IsStep(rows, row)).Select(row => Of(rows, row))];

    static bool IsStep(IReadOnlyList<PriceRow> rows, int row) => DividendCase.AdjustmentAt(rows, row) is { } step && Math.Abs(1 - step) > DividendRule.Unexplained;

    static CorporateAction Of(IReadOnlyList<PriceRow> rows, int row) => new(rows[row].Date, (decimal)rows[row].Dividend, (decimal)rows[row].Split)
    {
        CapitalGain = (decimal)rows[row].CapitalGain,
        Adjustment = DividendCase.AdjustmentAt(rows, row),
    };

    // A table of prices without columns for dividends and splits says nothing of them.
    static int TakeTable(IMarketStore store, string symbol, string file)
    {
        if (!PriceTable.HasActions(file))
        {
            return 0;
        }

        // Under the name of the day that its bar got, whatever clock the file is written by.
        var calendar = store.Instrument(symbol).Calendar;
        var table = PriceTable.Load(file);
        List<PriceRow> rows = [.. table.Rows.Select(row => table.HasClock ? row with { Date = ToldActions.DateOf(calendar, row.Time) } : row)];
        return rows.Count == 0 ? 0 : Put(store, new ActionTable(symbol, "yahoo", Of(rows)), rows[0].Date, rows[^1].Date);
    }

    static int TakeChart(IMarketStore store, string symbol, string file)
    {
        using var chart = YahooChart.Open(file);
        var (times, told) = (chart.Times(), chart.Actions());
        if (times.Length == 0)
        {
            return 0;
        }

        var days = told.Dividends.Select(each => (Date: chart.DateOf(each.Time), Dividend: each.Amount, Split: 0m))
            .Concat(told.Splits.Where(each => each.Old > 0).Select(each => (Date: chart.DateOf(each.Time), Dividend: 0m, Split: each.New / each.Old)));
        var rows = days.GroupBy(day => day.Date).OrderBy(day => day.Key)
            .Select(day => new CorporateAction(day.Key, day.Sum(each => each.Dividend), day.Max(each => each.Split)));
        return Put(store, new ActionTable(symbol, "yahoo", [.. rows]), chart.DateOf(times[0]), chart.DateOf(times[^1]));
    }

    static int Put(IMarketStore store, ActionTable told, DateOnly first, DateOnly last)
    {
        var before = store.Actions(told.Symbol);
        if (told.Rows.Count > 0 || before is not null)
        {
            store.Write((before ?? new ActionTable(told.Symbol, "", [])).With(told, first, last));
        }

        return told.Rows.Count;
    }
}
