using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>What a new notebook's file says of itself, so that Jupyter finds the kernel and editors the language.</summary>
public static class NotebookHeader
{
    /// <summary>Name of the kernel under which Jupyter knows Workbench.</summary>
    public const string KernelName = "workbench";

    /// <summary>The metadata of a new notebook.</summary>
    public static JsonObject New() => For([]);

    /// <summary>The metadata of a new code cell: Polyglot's name of its language, and the editor's where it is not C#.</summary>
    public static JsonObject OfCell(string language)
    {
        var metadata = new JsonObject { ["polyglot_notebook"] = new JsonObject { ["kernelName"] = language } };
        if (language != CellLanguage.Default)
        {
            metadata["vscode"] = new JsonObject { ["languageId"] = language };
        }

        return metadata;
    }

    /// <summary>The same, with what Polyglot said of its kernels.</summary>
    internal static JsonObject For(JsonObject polyglots)
    {
        var header = new JsonObject
        {
            ["kernelspec"] = new JsonObject { ["display_name"] = "Workbench (C#)", ["language"] = "C#", ["name"] = KernelName },
            ["language_info"] = new JsonObject { ["file_extension"] = ".csx", ["mimetype"] = "text/x-csharp", ["name"] = "C#", ["pygments_lexer"] = "csharp" },
        };
        if (polyglots.Count > 0)
        {
            header["polyglot_notebook"] = polyglots;
        }

        return header;
    }
}
