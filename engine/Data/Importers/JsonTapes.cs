using System.Text.Json;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers;

/// <summary>What importers of vendors' JSON do alike.</summary>
static class JsonTapes
{
    static readonly TimeText Iso = TimeText.Of("iso");

    /// <summary>One file, or those of a folder in the order of their names.</summary>
    public static List<string> Files(ImportJob job, string format)
    {
        List<string> files = File.Exists(job.Path) ? [job.Path] : [.. Directory.EnumerateFiles(job.Path, "*.json").Order(StringComparer.Ordinal)];
        return files.Count > 0 ? files : throw ImportErrors.NothingToImport(job.Path, format, "no .json files");
    }

    /// <summary>A file's JSON.</summary>
    public static JsonDocument Read(string path) => JsonFile.Read(path) ?? throw ImportErrors.BadJson(path, "it is empty");

    /// <summary>A time such as <c>2018-01-05T00:00:00.000Z</c>, UTC unless it says otherwise.</summary>
    public static long Time(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.String && Iso.TryRead(System.Text.Encoding.UTF8.GetBytes(element.GetString()!), out var nanos, out _)
            ? nanos
            : throw ImportErrors.BadJson(path, "a row has no time");

    /// <summary>Length of bars, told from the shortest step between them where nothing tells it.</summary>
    public static BarSpec Length(ImportJob job, IReadOnlyList<JsonBar> bars, string path)
    {
        if (job.Options.Timeframe is { } said)
        {
            return said.Of(PriceSource.Last);
        }

        if (bars.Count > 0 && bars.All(bar => bar.Time % UtcNanos.Day == 0))
        {
            return Bars.Days().Of(PriceSource.Last);
        }

        var step = bars.Zip(bars.Skip(1), (one, other) => other.Time - one.Time).Where(step => step > 0).DefaultIfEmpty().Min();
        return step > 0 && step % UtcNanos.Second == 0 && BarSpec.TryParse(FormattableString.Invariant($"{step / UtcNanos.Second}s"), null, out var spec)
            ? spec.Of(PriceSource.Last)
            : throw ImportErrors.UnclearBarLength(path, "it has fewer than two bars");
    }
}
