using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.Scripting.Tests;

/// <summary>Notebooks and texts that no person would write, made from a seed.</summary>
sealed class RandomNotebooks(int seed)
{
    static readonly string[] Lines =
    [
        "var a = 1;", "", "   ", "\t", "#!csharp", "#!markdown ", @"\#!csharp", @"\\#!html", "#!time", "#!meta", "#!js", "#!strategy", "// ünïcödé 😀 \u2028 x", "text\twith\ttabs",
        "\\", "#!import x.dib", "{\"json\": 1}", "#!unknown", "  #!csharp", "#!raw", "\u0001\u007f\u0085", "#!F#",
    ];

    static readonly string[] Languages = ["csharp", "html", "javascript", "mermaid", "fsharp", "python", "c++"];
    static readonly string[] Ends = ["\n", "\n", "\n", "\r\n", "\r", ""];

    readonly Random dice = new(seed);

    /// <summary>A text of some lines, ends of all kinds.</summary>
    public string Text(int most)
    {
        var end = One(Ends);
        return string.Concat(Enumerable.Range(0, dice.Next(most)).Select(_ => One(Lines) + (dice.Next(4) == 0 ? One(Ends) : end)));
    }

    /// <summary>A notebook without outputs.</summary>
    public Notebook Notebook() => new([.. Enumerable.Range(0, dice.Next(6)).Select(Cell)])
    {
        Metadata = dice.Next(3) switch { 0 => [], 1 => NotebookHeader.New(), _ => Metadata() },
        FormatMinor = dice.Next(3) == 0 ? 4 : 5,
        Other = dice.Next(5) == 0 ? new JsonObject { ["odd"] = 1 } : [],
    };

    /// <summary>A file such as hands and Polyglot write, with and without metadata.</summary>
    public string Dib() => One(["", "\n\n", "\uFEFF", "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"sql-lake\",\"aliases\":[\"lake\"]}]}}\n\n",
        "#!meta\r\n{ \"kernelInfo\": { \"defaultKernelName\": \"fsharp\" }, \"x\": 1.50 }\r\n", "#!meta\n\n"]) +
        string.Concat(Enumerable.Range(0, dice.Next(1, 7)).Select(_ => One(["#!csharp", "#!c#", "#!markdown", "#!html  ", "#!lake", "#!mermaid", "#!raw"]) + One(["\n", "\n\n", "\r\n", "\n\n\n"]) + Text(5)))
        + One(["", "\n", "tail"]);

    NotebookCell Cell(int at)
    {
        var kind = (CellKind)dice.Next(3);
        var language = kind == CellKind.Code && dice.Next(2) == 0 ? One(Languages) : "csharp";
        return new NotebookCell(kind, Text(8))
        {
            Language = language,
            Id = $"id-{at}-{dice.Next(100)}",
            Metadata = language != "csharp" ? NotebookHeader.OfCell(language) : dice.Next(2) == 0 ? [] : Metadata(),
            Other = kind == CellKind.Markdown && dice.Next(3) == 0 ? new JsonObject { ["attachments"] = new JsonObject { ["a.png"] = new JsonObject { ["image/png"] = "AAAA" } } } : [],
        };
    }

    JsonObject Metadata() => dice.Next(3) switch
    {
        0 => new JsonObject { ["tags"] = new JsonArray("strategy", "parameters") },
        1 => new JsonObject { ["ü 😀"] = JsonNode.Parse("[1.50, -0.0, 1e5, null, true, {\"b\":[],\"a\":{}}]"), ["workbench"] = new JsonObject { ["dib"] = new JsonObject { ["head"] = "#!c#\n", ["tail"] = One(["\n", "", "x"]) } } },
        _ => new JsonObject { ["workbench"] = 1, ["collapsed"] = true },
    };

    T One<T>(IReadOnlyList<T> of) => of[dice.Next(of.Count)];
}
