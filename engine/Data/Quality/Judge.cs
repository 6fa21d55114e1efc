using System.Globalization;
using Workbench.Data.Lake;

namespace Workbench.Data.Quality;

/// <summary>Makes verdicts of counts, by the thresholds of <see cref="QualityRules"/>.</summary>
/// <param name="instrument">What the tape is of.</param>
/// <param name="events">What its events are called.</param>
/// <param name="priceUnits">How many prices a level is the sum of.</param>
/// <param name="rightScale">Power of ten that the tape's prices are on.</param>
/// <param name="duplicatesWarned">Share of repeated events that is worth a word.</param>
/// <param name="duplicatesRefused">Share of repeated events that is refused.</param>
sealed class Judge(Instrument instrument, string events, int priceUnits, int rightScale, double duplicatesWarned, double duplicatesRefused)
{
    readonly GapFinder open = new(instrument.Calendar, default);

    public QualityReport Report(string kind, DayBook book) => new(instrument.Symbol, kind, [.. book.Days.Select(Report)]);

    DayReport Report(DayTally day)
    {
        List<Finding> findings = [.. Quotes(day).Concat(Prices(day)).Concat(Times(day)).OfType<Finding>(), .. day.Told];
        return new DayReport(day.Date, Totals(day), [.. findings.OrderByDescending(finding => finding.Verdict)]);
    }

    CheckTotals Totals(DayTally day) => new()
    {
        Count = day.Count,
        Crossed = day.Crossed.Count,
        Locked = day.Locked.Count,
        Duplicates = day.Duplicates.Count,
        Backwards = day.Backwards.Count,
        Gaps = day.Gaps.Count,
        Outliers = day.Outliers.Count + day.NoPrice.Count + day.Scales.Where(IsWrong).Sum(scale => scale.Count),
        Stale = day.Stale.Count,
        ClosedHours = day.ClosedHours.Count,
        OutsideRange = day.OutsideRange.Count,
    };

    IEnumerable<Finding?> Quotes(DayTally day)
    {
        yield return Shares(day, Defect.Crossed, day.Crossed, 0, QualityRules.CrossedRefused, "have bid above ask");
        yield return Shares(day, Defect.Locked, day.Locked, QualityRules.LockedWarned, double.PositiveInfinity, "have bid equal to ask");
        yield return Shares(day, Defect.Duplicate, day.Duplicates, duplicatesWarned, duplicatesRefused, "repeat one of the same time, prices and sizes");
    }

    IEnumerable<Finding?> Prices(DayTally day)
    {
        yield return Shares(day, Defect.Scale, day.NoPrice, 0, 0, "have no price above 0");
        foreach (var scale in day.Scales.Where(IsWrong))
        {
            yield return Scale(day, scale);
        }

        yield return Outliers(day);
        yield return Shares(day, Defect.Range, day.OutsideRange, 0, 0, "have an open or close outside of their range");
        yield return day.Stale.Count == 0 ? null : Stale(day);
    }

    IEnumerable<Finding?> Times(DayTally day)
    {
        var isBars = events == "bars";
        yield return Shares(day, Defect.Backwards, day.Backwards, 0, 0, isBars ? "begin before the one before them ends" : "come before the one before them");
        yield return isBars
            ? Shares(day, Defect.ClosedHours, day.ClosedHours, 0, double.PositiveInfinity, "are flat and of hours in which the market was closed")
            : Shares(day, Defect.ClosedHours, day.ClosedHours, QualityRules.ClosedWarned, double.PositiveInfinity, "are of hours in which the market was closed");
    }

    bool IsWrong(ScaleStretch scale) => scale.Exponent != rightScale;

    Finding Scale(DayTally day, ScaleStretch scale)
    {
        var powers = scale.Exponent - rightScale;
        var price = instrument.FromRaw(scale.Price / priceUnits);
        var way = powers < 0 ? "a" : "times";
        var factor = Math.Pow(10, Math.Abs(powers)).ToString("N0", CultureInfo.InvariantCulture);
        var what = powers < 0 ? $"{way} {factor}th of" : $"{factor} {way}";
        return new Finding(day.Date, Defect.Scale, Verdict.Refused, string.Create(CultureInfo.InvariantCulture,
            $"{scale.Count:N0} prices are {what} the tape's others, the first {price} at {UtcNanos.ToIso(scale.Time)}"));
    }

    Finding? Outliers(DayTally day)
    {
        if (day.Outliers.Count == 0)
        {
            return null;
        }

        var isRefused = day.Wild.Count > 0 || (day.Outliers.Count >= QualityRules.OutliersRefusedLeast && day.Outliers.Count > day.Count * QualityRules.OutliersRefused);
        var reason = Sentence(day, day.Outliers, "are far from their neighbours in price or spread")
            + (day.Wild.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {day.Wild.Count:N0} by more than a tenth of the price, the first at {UtcNanos.ToIso(day.Wild.First)}"));
        return new Finding(day.Date, Defect.Outlier, isRefused ? Verdict.Refused : Verdict.Warn, reason);
    }

    // Bars of closed exchanges and thin coins are flat for days, and rightly so: only quotes that go on coming can be frozen.
    Finding Stale(DayTally day)
    {
        var isRefused = events == "ticks" && day.StaleNanos > QualityRules.StaleRefused * open.OpenTime(day.From, day.From + UtcNanos.Day);
        return new Finding(day.Date, Defect.Stale, isRefused ? Verdict.Refused : Verdict.Warn, string.Create(CultureInfo.InvariantCulture,
            $"the price stands still {(day.Stale.Count == 1 ? "once" : $"{day.Stale.Count} times")}, for {day.StaleNanos / (double)UtcNanos.Minute:N0} minutes in all, the first time at {UtcNanos.ToIso(day.Stale.First)}"));
    }

    Finding? Shares(DayTally day, Defect defect, Spot spot, double warned, double refused, string what)
    {
        var share = spot.Count / (double)Math.Max(1, day.Count);
        return spot.Count == 0 || share <= warned && share <= refused
            ? null
            : new Finding(day.Date, defect, share > refused ? Verdict.Refused : Verdict.Warn, Sentence(day, spot, what));
    }

    string Sentence(DayTally day, Spot spot, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{spot.Count:N0} of {day.Count:N0} {events} {what}, the first at {UtcNanos.ToIso(spot.First)}");
}
