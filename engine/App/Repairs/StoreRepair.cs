using Workbench.Data.Actions;
using Workbench.Data.Repair;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The rules of repair, applied to stored bars and the dividends and splits beside them.</summary>
sealed class StoreRepair
{
    readonly IMarketStore store;
    readonly StoredKind tape;
    readonly DataIdentity before;
    readonly List<StoredBar> bars;
    readonly List<PriceRow> rows;
    readonly ActionTable? actions;

    /// <summary>Reads what is stored.</summary>
    /// <exception cref="WorkbenchException">The tape is none of bars, or not there.</exception>
    public StoreRepair(IMarketStore store, StoredKind tape, TimeRange range)
    {
        (this.store, this.tape) = (store, tape.Kind == DataKind.Bars ? tape : throw RepairErrors.NoBars(tape.Name));
        before = store.Describe(tape.Instrument, tape.Kind, tape.Bars, range);
        using var cursor = store.Bars(tape.Instrument, tape.Bars, range);
        bars = BarList.Read(cursor);
        actions = store.Actions(tape.Instrument.Symbol);
        rows = bars.ConvertAll(Row);
        ToldActions.Put(rows, actions);
    }

    /// <summary>What the rules found; empty before <see cref="Apply"/>.</summary>
    public IReadOnlyList<PriceFinding> Findings { get; private set; } = [];

    /// <summary>Applies rules to what was read. Nothing is stored.</summary>
    public void Apply(IReadOnlyCollection<RepairRule> rules) => Findings = PriceRepair.Apply(rows, rules);

    /// <summary>Stores what the rules made: the former bars stay as a revision, the former dividends beside the new ones.</summary>
    /// <returns>What to write into the instrument's record of repairs.</returns>
    public AuditEntry Store()
    {
        var mended = bars.Zip(rows, Mended).ToList();
        var changed = Enumerable.Range(0, bars.Count).Where(i => mended[i] != bars[i]).ToList();
        var revision = 0;
        if (changed.Count > 0)
        {
            var stretch = mended[changed[0]..(changed[^1] + 1)];
            revision = store.Write(new BarList(tape.Instrument, stretch), tape.Bars, before.Source).Revision;
        }

        if (actions is not null && rows.Count > 0)
        {
            var told = VendorActions.Of(rows);
            store.Write(actions with { Rows = [.. actions.Rows.Where(row => row.Date < rows[0].Date || row.Date > rows[^1].Date).Concat(told).OrderBy(row => row.Date)] });
        }

        var after = store.Describe(tape.Instrument, tape.Kind, tape.Bars, new TimeRange(before.From, before.To));
        return new AuditEntry(tape.Name, [.. Findings.Where(finding => finding.IsRepaired).Select(finding => finding.Text)], changed.Count, before.Sha256, after.Sha256, revision);
    }

    PriceRow Row(StoredBar bar) => new()
    {
        Time = bar.OpenTime, Date = ToldActions.DateOf(tape.Instrument.Calendar, bar.OpenTime), Open = Price(bar.Open), High = Price(bar.High), Low = Price(bar.Low), Close = Price(bar.Close),
        Adjusted = Price(bar.Close), Volume = (double)bar.Volume / Power(tape.Instrument.SizeScale),
    };

    StoredBar Mended(StoredBar bar, PriceRow row) => bar with
    {
        Open = Raw(row.Open, bar.Open), High = Raw(row.High, bar.High), Low = Raw(row.Low, bar.Low), Close = Raw(row.Close, bar.Close),
        Volume = (long)Math.Round(row.Volume * Power(tape.Instrument.SizeScale)),
    };

    double Price(long raw) => (double)raw / Power(tape.Instrument.PriceScale);

    // A price that no rule touched is the same number, digit for digit.
    long Raw(double price, long was) => price.Equals(Price(was)) ? was : (long)Math.Round(price * Power(tape.Instrument.PriceScale));

    static double Power(int scale) => Math.Pow(10, scale);
}
