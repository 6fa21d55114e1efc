using System.Text.Json;

namespace Workbench.Research;

/// <summary>The HTML report of one run.</summary>
public static class ReportPage
{
    public static void Write(Stream page, RunReport report) => Write(page, report.Document, RunCurvesJson.Bytes(report.Curves));

    /// <summary>The same, where the curves are JSON already: they are most of the page.</summary>
    internal static void Write(Stream page, RunDocument document, ReadOnlyMemory<byte> curves)
    {
        var identity = document.Identity;
        PageWriter.Write(page, $"{Path.GetFileNameWithoutExtension(identity.StrategyFile)} · {identity.RunId}", ["page.css"], ["report.js"], json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("run");
            RunDocumentJson.Write(json, document);
            json.WritePropertyName("curves");
            json.WriteRawValue(curves.Span, skipInputValidation: true);
            WriteCatalog(json);
            json.WriteEndObject();
        });
    }

    /// <summary>Names, chapters and sources of the metrics, which a run's own JSON does not repeat.</summary>
    internal static void WriteCatalog(Utf8JsonWriter json) => json.Array("catalog", MetricCatalog.All, (to, metric) =>
    {
        to.WriteString("key", metric.Key);
        to.WriteString("label", metric.Label);
        to.WriteString("group", metric.Group.ToString());
        to.WriteString("better", metric.Better.ToString().ToLowerInvariant());
        to.WriteString("source", metric.Source);
        to.WriteString("formula", metric.Formula);
    });
}
