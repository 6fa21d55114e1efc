using System.Text.Json;

namespace Workbench.Research;

/// <summary>A run on disk: <c>result.json</c>, <c>curves.json</c> and <c>report.html</c> in its folder, each whole or not there.</summary>
public static class RunFolder
{
    public const string ResultFile = "result.json";
    public const string CurvesFile = "curves.json";
    public const string ReportFile = "report.html";

    /// <summary>Writes all three; the result comes last, so that a folder with a result is a whole run.</summary>
    public static void Save(string folder, RunReport report)
    {
        Directory.CreateDirectory(folder);
        var curves = RunCurvesJson.Bytes(report.Curves);
        Replace(Path.Combine(folder, ReportFile), stream => ReportPage.Write(stream, report.Document, curves));
        Replace(Path.Combine(folder, CurvesFile), stream => stream.Write(curves.Span));
        SaveResult(folder, report.Document);
    }

    /// <summary>Writes the page alone: what the verb <c>report</c> does with a run that is there.</summary>
    public static void SaveReport(string folder, RunReport report) =>
        Replace(Path.Combine(folder, ReportFile), stream => ReportPage.Write(stream, report));

    /// <summary>Writes the result alone, such as after the time of the report is known.</summary>
    public static void SaveResult(string folder, RunDocument document) =>
        Replace(Path.Combine(folder, ResultFile), stream =>
        {
            using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            RunDocumentJson.Write(json, document);
        });

    /// <summary>The whole run.</summary>
    /// <exception cref="WorkbenchException">WB4101 no run there; WB4102 unreadable; WB4103 written by a newer version.</exception>
    public static RunReport Load(string folder) =>
        new(LoadDocument(folder), Read(Path.Combine(folder, CurvesFile), RunCurvesJson.Read));

    /// <summary>The numbers alone.</summary>
    /// <exception cref="WorkbenchException">WB4101 no run there; WB4102 unreadable; WB4103 written by a newer version.</exception>
    public static RunDocument LoadDocument(string folder)
    {
        var file = Path.Combine(folder, ResultFile);
        return File.Exists(file) ? Read(file, json => ReadDocument(file, json)) : throw ResearchErrors.RunNotFound(folder);
    }

    static RunDocument ReadDocument(string file, JsonElement json)
    {
        var schema = json.Int("schema");
        return schema <= RunDocumentJson.Schema ? RunDocumentJson.Read(json) : throw ResearchErrors.NewerRun(file, schema);
    }

    static T Read<T>(string file, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return read(document.RootElement);
        }
        catch (Exception cause) when (cause is JsonException or KeyNotFoundException or FormatException or InvalidOperationException
            or ArgumentException or OverflowException or FileNotFoundException)
        {
            throw ResearchErrors.RunUnreadable(file, cause);
        }
    }

    /// <summary>Writes beside, brings it to the disk, then takes the place of what was there: a killed process leaves the old file.</summary>
    static void Replace(string file, Action<Stream> write)
    {
        var beside = file + ".tmp";
        using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            write(stream);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, file, overwrite: true);
    }
}
