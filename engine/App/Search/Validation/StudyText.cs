using System.Globalization;
using System.Text;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Figures as the tables of studies write them; what is undefined is a dash.</summary>
static class StudyText
{
    /// <summary>A share in percent.</summary>
    public static string Percent(double? value) => value is { } share ? share.ToString("0.00 %", CultureInfo.InvariantCulture) : "–";

    /// <summary>A ratio.</summary>
    public static string Ratio(double? value) => value is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "–";

    /// <summary>A stretch of time by its days, or by minutes where it is short.</summary>
    public static string Span(TimeRange range, bool isShort) => $"{Instant(range.From, isShort)} – {Instant(range.To, isShort)}";

    /// <summary>An instant, to the minute.</summary>
    public static string Instant(long nanos, bool isShort) => UtcNanos.ToDateTime(nanos).ToString(isShort ? "MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>How long, in its largest unit.</summary>
    public static string Length(long nanos) => nanos switch
    {
        >= UtcNanos.Day => FormattableString.Invariant($"{(double)nanos / UtcNanos.Day:0.#} d"),
        >= UtcNanos.Hour => FormattableString.Invariant($"{(double)nanos / UtcNanos.Hour:0.#} h"),
        >= UtcNanos.Minute => FormattableString.Invariant($"{(double)nanos / UtcNanos.Minute:0.#} min"),
        _ => FormattableString.Invariant($"{(double)nanos / UtcNanos.Second:0.#} s"),
    };

    /// <summary>Columns under their heads: the first flush left, the others right.</summary>
    public static string Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows, params ReadOnlySpan<int> left)
    {
        List<IReadOnlyList<string>> all = [heads, .. rows];
        int[] widths = [.. heads.Select((_, at) => all.Max(row => row[at].Length))];
        var text = new StringBuilder();
        foreach (var row in all)
        {
            var line = new StringBuilder();
            for (var i = 0; i < row.Count; i++)
            {
                line.Append("  ").Append(i == 0 || left.Contains(i) ? row[i].PadRight(widths[i]) : row[i].PadLeft(widths[i]));
            }

            text.AppendLine(line.ToString().TrimEnd());
        }

        return text.ToString().TrimEnd('\r', '\n');
    }

    /// <summary>Instruments and kinds of what was seen.</summary>
    public static string Data(IReadOnlyList<DataIdentity> data) => string.Join(", ", data.Select(each => $"{each.Instrument} {each.Kind}"));

    /// <summary>A figure, or the reason why there is none.</summary>
    public static string OrReason(MetricValue value, Func<double?, string> show) => value.Value is null ? "– (" + value.Reason + ")" : show(value.Value);
}
