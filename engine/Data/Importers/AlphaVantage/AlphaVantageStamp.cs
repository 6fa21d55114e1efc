namespace Workbench.Data.Importers.AlphaVantage;

/// <summary>
/// Which end of a bar Alpha Vantage's times name. Answers of years ago run from 04:01 to 20:00 of the extended day, so theirs is the
/// end; those of today run from 04:00 to 19:59. Where neither is in sight it is the opening, as today; <c>--stamp</c> decides otherwise.
/// </summary>
static class AlphaVantageStamp
{
    const string LastClose = " 20:00:00";

    public static BarStamp Of(IEnumerable<string> times) =>
        times.Any(time => time.EndsWith(LastClose, StringComparison.Ordinal)) ? BarStamp.Close : BarStamp.Open;
}
