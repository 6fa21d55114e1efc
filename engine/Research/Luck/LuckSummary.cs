using System.Globalization;
using System.Text;

namespace Workbench.Research.Luck;

/// <summary>A report on luck as text for a terminal.</summary>
public static class LuckSummary
{
    const int Label = 46;
    const int Listed = 10;

    /// <summary>The report, each line ended with a line feed; an undefined figure is a dash and its reason.</summary>
    public static string Of(LuckReport report)
    {
        var text = new StringBuilder(report.Sentence).Append("\n\n");
        foreach (var figure in report.Figures)
        {
            Line(text, figure.Label, Number(figure.Value, figure.Unit), FormattableString.Invariant($"N {figure.Trials:N0}, {figure.Periods:N0} periods"));
        }

        text.Append("\nIndependent trials, a band (deflated Sharpe beside each; none of them decides)\n");
        foreach (var effective in report.Effective)
        {
            Line(text, effective.Label, Number(effective.Family, MetricUnit.Ratio), Number(effective.Deflated, MetricUnit.Ratio));
        }

        text.Append("\nBest Sharpe per period after correction (p-value beside each)\n");
        foreach (var haircut in report.Haircuts)
        {
            Line(text, haircut.Label, Number(haircut.Sharpe, MetricUnit.Ratio), Number(haircut.P, MetricUnit.Ratio));
        }

        Variants(text, report);
        foreach (var warning in report.Warnings)
        {
            text.Append("  ! ").Append(warning).Append('\n');
        }

        return text.ToString();
    }

    static void Variants(StringBuilder text, LuckReport report)
    {
        var beat = report.Variants.Count(variant => variant.BeatsLuck);
        text.Append(CultureInfo.InvariantCulture, $"\n{beat:N0} of {report.Variants.Count:N0} variants beat luck at {report.Alpha * 100:0.##} % for the whole family\n");
        foreach (var variant in report.Variants.Take(Listed))
        {
            Line(text, (variant.BeatsLuck ? "* " : "  ") + variant.Name, Number(variant.Sharpe, MetricUnit.Ratio), Number(variant.Odds, MetricUnit.Ratio));
        }
    }

    static string Number(MetricValue value, MetricUnit unit) => value.Value is not { } number ? "– " + value.Reason
        : unit switch
        {
            MetricUnit.Share => string.Create(CultureInfo.InvariantCulture, $"{number * 100:0.00} %"),
            MetricUnit.Count => string.Create(CultureInfo.InvariantCulture, $"{number:N0}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{number:0.0000}"),
        };

    static void Line(StringBuilder text, string label, string value, string beside) =>
        text.Append("  ").Append(label.PadRight(Label)).Append(value.PadLeft(12)).Append("   ").Append(beside).Append('\n');
}
