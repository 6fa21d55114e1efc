using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Which language a cell is written in. Three programs have left three spellings of it in files; they are read in the order in which they came
/// to be most trusted, and the one that Polyglot wrote last is written.
/// </summary>
static class CellLanguage
{
    /// <summary>Language of a cell where nothing says otherwise.</summary>
    public const string Default = "csharp";

    /// <summary>Language of a markdown cell.</summary>
    public const string Markdown = "markdown";

    static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["c#"] = Default, ["cs"] = Default, ["f#"] = "fsharp", ["js"] = "javascript", ["md"] = Markdown, ["powershell"] = "pwsh",
    };

    /// <summary>What the metadata of a cell say; null where they say nothing.</summary>
    public static string? OfCell(JsonObject metadata) =>
        (Text(metadata, "polyglot_notebook", "kernelName") ?? Text(metadata, "dotnet_interactive", "language") ?? Text(metadata, "vscode", "languageId")) is { } name
            ? Plain(name)
            : null;

    /// <summary>What the metadata of a file say of its cells.</summary>
    public static string OfNotebook(JsonObject metadata) =>
        Plain(Text(metadata, "polyglot_notebook", "kernelInfo", "defaultKernelName")
            ?? Text(metadata, "dotnet_interactive", "defaultKernelName")
            ?? Text(metadata, "kernelspec", "language")
            ?? Text(metadata, "language_info", "name")
            ?? Default);

    /// <summary>The name that this house uses: <c>C#</c> is <c>csharp</c>.</summary>
    public static string Plain(string name) => Aliases.GetValueOrDefault(name) ?? (name.Equals("csharp", StringComparison.OrdinalIgnoreCase) ? Default : name.ToLowerInvariant());

    /// <summary>A cell's metadata, made to say its language where they would say another one.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="ofNotebook">Language of a cell whose metadata say nothing.</param>
    public static JsonObject Said(NotebookCell cell, string ofNotebook)
    {
        var metadata = (JsonObject)cell.Metadata.DeepClone();
        if (cell.Kind != CellKind.Code || (OfCell(metadata) ?? ofNotebook) == cell.Language)
        {
            return metadata;
        }

        Put(metadata, "polyglot_notebook", "kernelName", cell.Language);
        Put(metadata, "vscode", "languageId", cell.Language);
        return metadata;
    }

    static void Put(JsonObject metadata, string program, string field, string language)
    {
        if (metadata[program] is not JsonObject said)
        {
            metadata[program] = said = [];
        }

        said[field] = language;
    }

    static string? Text(JsonObject metadata, params ReadOnlySpan<string> path)
    {
        JsonNode? at = metadata;
        foreach (var name in path)
        {
            at = (at as JsonObject)?[name];
        }

        return at is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : null;
    }
}
