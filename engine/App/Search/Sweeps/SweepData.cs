using Workbench.Model;

namespace Workbench.App;

/// <summary>One of the data sets that a sweep is to go through.</summary>
/// <param name="Settings">What sets it apart, such as <c>data=EURUSD:ticks</c>; empty where it is the only one.</param>
/// <param name="Data">What its variants see.</param>
/// <param name="Range">From when to when.</param>
sealed record SweepData(IReadOnlyList<string> Settings, IReadOnlyList<DataRequest> Data, TimeRange Range)
{
    const string DataAxis = "data=";
    const string PeriodAxis = "period=";

    /// <summary>
    /// All combinations of what <c>--data</c> and <c>--axis</c> list. In <c>EURUSD,GBPUSD:ticks</c> the kind behind the last is that of all before
    /// it; each of several <c>--data</c> is an instrument of the same run.
    /// </summary>
    /// <param name="data">The words of each <c>--data</c>.</param>
    /// <param name="axes">The words of each <c>--axis</c>.</param>
    /// <param name="range">The range where no period is an axis.</param>
    public static IReadOnlyList<SweepData> All(IReadOnlyList<string> data, IReadOnlyList<string> axes, TimeRange range)
    {
        List<string> lists = [.. data];
        var periods = new List<string>();
        foreach (var axis in axes)
        {
            (axis.StartsWith(DataAxis, StringComparison.Ordinal) ? lists : axis.StartsWith(PeriodAxis, StringComparison.Ordinal) ? periods : throw SweepErrors.BadAxis(axis))
                .Add(axis[(axis.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        }

        var (instruments, spans) = (Combined(lists), periods.Count switch { 0 => [""], 1 => periods[0].Split(','), _ => throw SweepErrors.BadAxis(axes[^1]) });
        return
        [
            .. from words in instruments
               from span in spans
               select new SweepData(
                   [.. instruments.Count > 1 ? ["data=" + string.Join('+', words)] : Array.Empty<string>(), .. span.Length > 0 ? [PeriodAxis + span] : Array.Empty<string>()],
                   [.. words.Select(DataRequest.Parse)], span.Length == 0 ? range : Period(span)),
        ];
    }

    /// <summary>One word of each list, in all ways.</summary>
    static List<string[]> Combined(List<string> lists)
    {
        List<string[]> all = [[]];
        foreach (var list in lists)
        {
            all = [.. all.SelectMany(before => Words(list).Select(word => (string[])[.. before, word]))];
        }

        return all;
    }

    static IEnumerable<string> Words(string list)
    {
        var words = list.Split(',', StringSplitOptions.TrimEntries);
        var kind = words[^1].IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? words[^1][at..] : "";
        return words.Any(word => word.Length == 0) ? throw CliErrors.BadData(list)
            : words.Select(word => word.Contains(':', StringComparison.Ordinal) ? word : word + kind);
    }

    static TimeRange Period(string span) =>
        span.Split("..") is [{ Length: > 0 } from, { Length: > 0 } to] ? CommonOptions.Range(from, to) : throw SweepErrors.BadAxis(PeriodAxis + span);
}
