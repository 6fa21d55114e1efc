using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Workbench.App;

/// <summary>The figures that are committed: <c>table.json</c>, which later runs are compared with, and the same as a table in the README beside it.</summary>
sealed class BenchTable(string folder)
{
    const string Begin = "<!-- table: written by ./run.sh bench --write-table -->";
    const string End = "<!-- /table -->";

    string Figures => Path.Combine(folder, "table.json");

    string Page => Path.Combine(folder, "README.md");

    /// <summary>What is committed; null where nothing is.</summary>
    public BenchReport? Read() =>
        File.Exists(Figures) ? JsonSerializer.Deserialize(File.ReadAllBytes(Figures), BenchJson.Default.BenchReport) : null;

    /// <summary>Puts a report in its place. Workloads that were not measured this time are not kept: a table is one machine on one day.</summary>
    public void Write(BenchReport report)
    {
        var page = File.Exists(Page) ? File.ReadAllText(Page) : $"{Begin}\n{End}\n";
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, page.IndexOf(End, StringComparison.Ordinal));
        var written = string.Concat(page.AsSpan(0, from), "\n", Markdown(report), page.AsSpan(to));
        File.WriteAllText(Figures, Json(report));
        File.WriteAllText(Page, written);
    }

    /// <summary>The report as one document.</summary>
    public static string Json(BenchReport report) => JsonSerializer.Serialize(report, BenchJson.Default.BenchReport) + "\n";

    /// <summary>A workload in a line, with what the committed table has of it.</summary>
    public static string Line(BenchResult result, BenchReport? committed)
    {
        if (result.Skipped is { } reason)
        {
            return $"{result.Workload}  skipped: {reason}";
        }

        var line = string.Create(CultureInfo.InvariantCulture,
            $"{result.Workload}  {result.EventsPerSecond / 1e6,7:N1} M/s  {result.NsPerEvent,8:N2} ns/event (processor {result.CpuNsPerEvent:N2}, decode {result.DecodeNsPerEvent:N2}, floor {Floor(result)})  {result.BytesPerEvent:N3} B/event  {result.PeakMemoryMb:N0} MB  {result.WallSeconds:N3} s in all  {result.Orders:N0} orders{Also(result)}");
        return line + Compared(result, committed?.Results.FirstOrDefault(known => known.Workload == result.Workload && known.Skipped is null));
    }

    static string Compared(BenchResult result, BenchResult? known)
    {
        if (known is null)
        {
            return "";
        }

        var text = string.Create(CultureInfo.InvariantCulture,
            $"\n    table: {known.NsPerEvent:N2} ns/event ({Change(result.NsPerEvent, known.NsPerEvent)}), {known.PeakMemoryMb:N0} MB, {known.WallSeconds:N3} s in all ({Change(result.WallSeconds, known.WallSeconds)})");
        return known.EventLogHash == result.EventLogHash ? text : text + $"\n    OTHER HASH than the table's: {Hash(result)} instead of {Hash(known)}";
    }

    static string Markdown(BenchReport report)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Machine.Cpu}, {report.Machine.Cores} cores, {report.Machine.Runtime}, {report.Machine.Date}. Medians over {report.Results.Max(result => result.Runs)} runs, each a process of its own.");
        text.AppendLine();
        text.AppendLine("| | workload | events/s | ns/event | processor ns/event | of it decode | bare loop | ratio | bytes/event | peak MB | whole process | orders | hash | we want | peers |");
        text.AppendLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var result in report.Results)
        {
            text.AppendLine(Row(Workload.Find(result.Workload), result));
        }

        return text.Replace("\r\n", "\n").ToString();
    }

    static string Row(Workload workload, BenchResult result) => result.Skipped is { } reason
        ? $"| {workload.Name} | {workload.Title} | skipped: {reason} ||||||||||| {workload.Wanted} | {workload.Peers} |"
        : string.Create(CultureInfo.InvariantCulture,
            $"| {workload.Name} | {workload.Title}{Also(result)} | {result.EventsPerSecond / 1e6:N1} M | {result.NsPerEvent:N2} | {result.CpuNsPerEvent:N2} | {result.DecodeNsPerEvent:N2} | {Floor(result)} | {(result.TimesFloor is { } ratio ? ratio.ToString("N1", CultureInfo.InvariantCulture) + "×" : "–")} | {result.BytesPerEvent:N3} | {result.PeakMemoryMb:N0} | {result.WallSeconds:N3} s | {result.Orders:N0} | {Hash(result)} | {workload.Wanted} | {workload.Peers} |");

    static string Floor(BenchResult result) => result.FloorNsPerEvent > 0d ? result.FloorNsPerEvent.ToString("N2", CultureInfo.InvariantCulture) : "–";

    // A workload that replays nothing, such as a check or a copy, has none.
    static string Hash(BenchResult result) => result.EventLogHash.Length > 0 ? $"`{result.EventLogHash[..12]}`" : "–";

    static string Also(BenchResult result) =>
        string.Concat(result.Also.Select(also => string.Create(CultureInfo.InvariantCulture, $"; {also.Key} {also.Value:0.###}")));

    static string Change(double now, double then) =>
        then == 0d ? "–" : string.Create(CultureInfo.InvariantCulture, $"{(now / then - 1d) * 100d:+0;-0;0} %");
}
