using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>Short-term interest of currencies by date, as shares a year; the swap of a pair is the difference of two.</summary>
sealed class CurrencyRates
{
    readonly SortedDictionary<string, IReadOnlyList<(long Time, TableRow Row)>> of = new(StringComparer.Ordinal);

    public CurrencyRates(IReadOnlyList<TableRow> rows)
    {
        foreach (var group in rows.GroupBy(row => (row.Text("currency") ?? throw CliErrors.BadTable(row.Place, "'currency' is missing.")).ToUpperInvariant()))
        {
            of[group.Key] = DatedRows.Of([.. group], "from");
        }
    }

    /// <summary>
    /// What was bought earns the base's interest and pays the quote's, what was sold the other way round; the broker keeps
    /// the markup of both.
    /// </summary>
    public IReadOnlyList<SwapRate> Differential(Instrument instrument, decimal markup, long? until, TimeRange range, string name)
    {
        var (bought, paid) = (Of(instrument.BaseCurrency, name), Of(instrument.QuoteCurrency, name));
        DatedRows.Cover(bought, until, range, name);
        DatedRows.Cover(paid, until, range, name);
        var start = Math.Max(bought[0].Time, paid[0].Time);
        return
        [
            .. bought.Concat(paid).Select(row => row.Time).Where(time => time >= start).Distinct().Order()
                .Select(time => (Time: time, Difference: At(bought, time) - At(paid, time)))
                .Select(rate => new SwapRate(rate.Time, rate.Difference - markup, -rate.Difference - markup)),
        ];
    }

    IReadOnlyList<(long Time, TableRow Row)> Of(string currency, string name) =>
        of.TryGetValue(currency, out var rows) ? rows : throw CliErrors.NotCovered(of.Values.First()[0].Row.Place, name, $"the currency {currency}");

    static decimal At(IReadOnlyList<(long Time, TableRow Row)> rows, long time) => rows.Last(row => row.Time <= time).Row.Number("rate");
}
