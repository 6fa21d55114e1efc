using Workbench.Data.Repair;

namespace Workbench.Data.Quality;

/// <summary>
/// Holds the prices of a share against its dividends and splits, by the rules of repair: what a repair would change is a defect. It looks at
/// whole days, so that bars of a minute take no more room than those of a day.
/// </summary>
sealed class ActionCheck(Instrument instrument, BarSpec spec, ActionTable? actions) : IDayCheck<BarBatch>
{
    readonly List<PriceRow> days = [];
    readonly double priceUnit = Math.Pow(10, instrument.PriceScale);
    TimeRange day;

    public void See(BarBatch batch, int from, int count)
    {
        for (var at = from; at < from + count; at++)
        {
            if (days.Count == 0 || spec.NominalNanos >= UtcNanos.Day || !day.Contains(batch.OpenTime[at]))
            {
                Begin(batch, at);
            }
            else
            {
                Widen(days[^1], batch, at);
            }
        }
    }

    public IEnumerable<Finding> Finish()
    {
        ToldActions.Put(days, actions);
        return [.. PriceRepair.AllRules.SelectMany(Judge)];
    }

    void Begin(BarBatch batch, int at)
    {
        day = instrument.Calendar.TradingDay(batch.OpenTime[at]);
        days.Add(new PriceRow
        {
            Time = batch.OpenTime[at], Date = ToldActions.DateOf(instrument.Calendar, batch.OpenTime[at]), Open = batch.Open[at] / priceUnit, High = batch.High[at] / priceUnit,
            Low = batch.Low[at] / priceUnit, Close = batch.Close[at] / priceUnit, Adjusted = batch.Close[at] / priceUnit, Volume = batch.Volume[at],
        });
    }

    void Widen(PriceRow row, BarBatch batch, int at)
    {
        row.High = Math.Max(row.High, batch.High[at] / priceUnit);
        row.Low = Math.Min(row.Low, batch.Low[at] / priceUnit);
        row.Close = batch.Close[at] / priceUnit;
        row.Volume += batch.Volume[at];
    }

    IEnumerable<Finding> Judge(RepairRule rule)
    {
        var before = days.ConvertAll(row => row with { });
        var found = PriceRepair.Apply(days, [rule]);
        return rule is RepairRule.Units or RepairRule.Splits
            ? before.Zip(days).Where(pair => IsOther(pair.First, pair.Second)).Select(pair => Wrong(rule, pair.First, pair.Second)).Concat(found.Where(each => !each.IsRepaired).Select(each => Told(rule, each)))
            : found.Select(each => Told(rule, each));
    }

    static bool IsOther(PriceRow was, PriceRow now) => was.Open != now.Open || was.High != now.High || was.Low != now.Low || was.Close != now.Close;

    static Finding Wrong(RepairRule rule, PriceRow was, PriceRow now) => new(UtcDay(was.Time), DefectOf(rule), Verdict.Refused, FormattableString.Invariant(
        $"a close of {was.Close:G6}, a high of {was.High:G6} and a low of {was.Low:G6} are {(rule == RepairRule.Units ? "in another unit than their neighbours" : "not of as many shares as their neighbours, by a split")}: {now.Close:G6}, {now.High:G6} and {now.Low:G6} would follow on them"));

    // A dividend that is told wrongly leaves the traded prices as they are: whoever adjusts by it or is paid it is to know.
    static Finding Told(RepairRule rule, PriceFinding found) => new(UtcDay(found.Time), DefectOf(rule), Verdict.Warn, found.Text);

    static Defect DefectOf(RepairRule rule) => rule switch
    {
        RepairRule.Units => Defect.Scale,
        RepairRule.Splits => Defect.Split,
        _ => Defect.Dividend,
    };

    static DateOnly UtcDay(long time) => DateOnly.FromDateTime(UtcNanos.ToDateTime(time));
}
