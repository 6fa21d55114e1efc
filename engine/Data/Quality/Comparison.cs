using System.Globalization;

namespace Workbench.Data.Quality;

/// <summary>What the comparison with a second source says of a tape: findings for the days on which times or scale are off.</summary>
/// <param name="Against">Name of the second source.</param>
/// <param name="Days">All days that have enough in common.</param>
/// <param name="Findings">Those that are off, as findings.</param>
public sealed record Comparison(string Against, IReadOnlyList<DayShift> Days, IReadOnlyList<Finding> Findings)
{
    /// <summary>Compares a tape with that of a second source, minute by minute.</summary>
    /// <param name="instrument">What the tape is of.</param>
    /// <param name="ours">Its minutes.</param>
    /// <param name="theirs">Those of the second source, which should reach a day farther on both sides.</param>
    /// <param name="against">Name of the second source.</param>
    /// <exception cref="WorkbenchException">WB2752: the two have not enough minutes in common on any day.</exception>
    public static Comparison Of(Instrument instrument, IEnumerable<MinutePrice> ours, IEnumerable<MinutePrice> theirs, string against)
    {
        List<DayShift> days = [.. ShiftFinder.Find(ours, theirs)];
        return days.Count == 0
            ? throw QualityErrors.NothingInCommon(instrument.Symbol, against)
            : new Comparison(against, days, [.. days.SelectMany(day => OffBy(day, instrument, against))]);
    }

    static IEnumerable<Finding> OffBy(DayShift day, Instrument instrument, string against)
    {
        if (day.ShiftNanos != 0)
        {
            yield return new Finding(day.Date, Defect.Shift, Verdict.Refused, Sentence(day, instrument, against));
        }

        var powers = Math.Log10(day.Ratio);
        if (Math.Abs(Math.Round(powers)) >= 1 && Math.Abs(powers - Math.Round(powers)) < ScaleSlack)
        {
            yield return new Finding(day.Date, Defect.Scale, Verdict.Refused, string.Create(CultureInfo.InvariantCulture, $"prices are {Math.Pow(10, Math.Round(powers)):0.######} times those of {against}"));
        }
    }

    // The same market at the same minute: a twentieth is much.
    const double ScaleSlack = 0.02;

    static string Sentence(DayShift day, Instrument instrument, string against)
    {
        var hours = Math.Abs(day.ShiftNanos) / (double)UtcNanos.Hour;
        var point = (double)instrument.FromRaw(1);
        var before = double.IsNaN(day.DifferenceBefore) ? "none in common before" : string.Create(CultureInfo.InvariantCulture, $"{day.DifferenceBefore / point:0.##} before");
        return string.Create(CultureInfo.InvariantCulture,
            $"{hours:0.#} h {(day.ShiftNanos > 0 ? "behind" : "ahead of")} {against}: shifted, {day.Minutes:N0} minute mids differ by {day.Difference / point:0.##} points on average ({before}) and their returns correlate {day.Correlation:0.00} ({day.CorrelationBefore:0.00} before)");
    }
}
