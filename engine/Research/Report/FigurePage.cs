namespace Workbench.Research;

/// <summary>The HTML page of a study, drawn in one figure: what a reader must know before it, the figure, and the data with the check's verdict as a run's report shows them.</summary>
public static class FigurePage
{
    /// <summary>Writes it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="title">What was studied and what came of it.</param>
    /// <param name="figure">The picture; its own heading is not needed.</param>
    /// <param name="warnings">Sentences above it.</param>
    /// <param name="data">What was seen.</param>
    public static void Write(Stream page, string title, Figure figure, IReadOnlyList<string> warnings, IReadOnlyList<DataIdentity> data) =>
        PageWriter.Write(page, title, ["page.css"], ["figure.js", "study.js"], json =>
        {
            json.WriteStartObject();
            json.WriteString("title", title);
            json.Strings("warnings", warnings);
            DataJson.Write(json, data);
            json.WritePropertyName("figure");
            json.WriteRawValue(FigureJson.Text(figure, standsAlone: false));
            json.WriteEndObject();
        });
}
