using System.Globalization;

namespace Workbench.Research;

/// <summary>Numbers as the console prints them: invariant, with the unit beside.</summary>
static class MetricText
{
    public static string Of(Metric metric, string currency) => metric.Value is not { } value ? "-" : metric.Definition.Unit switch
    {
        MetricUnit.Currency => Money(metric.Money ?? (decimal)value, currency),
        MetricUnit.Share => Share(value),
        MetricUnit.Seconds => Span(value),
        MetricUnit.Count => value.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };

    public static string Money(decimal amount, string currency) =>
        amount.ToString("N2", CultureInfo.InvariantCulture) + " " + currency;

    // Written by hand: the invariant culture would put a space before the sign.
    public static string Share(double value) => (value * 100d).ToString("0.00", CultureInfo.InvariantCulture) + " %";

    public static string Span(double seconds)
    {
        var time = TimeSpan.FromSeconds(seconds);
        return time switch
        {
            { TotalDays: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Days} d {time.Hours} h"),
            { TotalHours: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Hours} h {time.Minutes} m"),
            { TotalMinutes: >= 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} m {time.Seconds} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###} s"),
        };
    }
}
