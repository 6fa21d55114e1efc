using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Reads Jupyter's format, and refuses with line and reason what is none.</summary>
sealed class IpynbReader
{
    const int Format = 4;

    /// <summary>Deepest nesting: what a figure needs several times over, and far from the end of the stack.</summary>
    const int MostDepth = 128;

    static readonly JsonReaderOptions Reading = new() { MaxDepth = MostDepth };
    static readonly string[] OwnFields = ["cell_type", "source", "metadata", "outputs", "execution_count"];

    readonly string path;
    readonly byte[] bytes;

    IpynbReader(string path, byte[] bytes)
    {
        this.path = path;
        this.bytes = bytes;
    }

    public static Notebook Read(string path, byte[] bytes) => new IpynbReader(path, WithoutMark(bytes)).Read();

    static byte[] WithoutMark(byte[] bytes) => bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    Notebook Read()
    {
        var root = Tree();
        var format = Format == Number(root, "nbformat") ? Format : throw NotebookFileErrors.OldFormat(path, Number(root, "nbformat"));
        var minor = Number(root, "nbformat_minor");
        var metadata = Object(root, "metadata", []);
        var language = CellLanguage.OfNotebook(metadata);
        var ids = new CellIds();
        var cells = Array(root, "cells", []).Select((cell, at) => Cell(cell, at, minor, language, ids)).ToList();
        return new Notebook(cells)
        {
            Metadata = metadata,
            Format = format,
            FormatMinor = minor,
            Other = Rest(root, ["nbformat", "nbformat_minor", "metadata", "cells"]),
        };
    }

    JsonObject Tree()
    {
        try
        {
            Walk();
            return JsonNode.Parse(bytes, null, new JsonDocumentOptions { MaxDepth = MostDepth }) as JsonObject
                ?? throw Bad("this is no notebook, whose JSON is an object.");
        }
        catch (JsonException error)
        {
            throw NotebookFileErrors.Broken(path, (int)(error.LineNumber ?? 0) + 1, "this is no whole JSON: " + Reason(error));
        }
    }

    // The library's sentence, without its own count of lines, which begins with 0.
    static string Reason(JsonException error) => error.Message.Split(" LineNumber:")[0].Split(" Path:")[0];

    /// <summary>Looks at every text before a tree is made: half a letter would throw later, wherever it is first touched, and a name given twice without its line.</summary>
    void Walk()
    {
        var reader = new Utf8JsonReader(bytes, Reading);
        var names = new Stack<HashSet<string>>();
        try
        {
            while (reader.Read())
            {
                Look(ref reader, names);
            }
        }
        catch (InvalidOperationException)
        {
            throw NotebookFileErrors.Broken(path, JsonPlace.LineAt(bytes, reader.TokenStartIndex), "this text holds half a letter: it is no Unicode.");
        }
    }

    void Look(ref Utf8JsonReader reader, Stack<HashSet<string>> names)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                names.Push(new HashSet<string>(StringComparer.Ordinal));
                break;
            case JsonTokenType.EndObject:
                names.Pop();
                break;
            case JsonTokenType.String:
                _ = reader.GetString();
                break;
            case JsonTokenType.PropertyName when !names.Peek().Add(reader.GetString()!):
                throw NotebookFileErrors.Broken(path, JsonPlace.LineAt(bytes, reader.TokenStartIndex), $"'{reader.GetString()}' is given twice.");
        }
    }

    NotebookCell Cell(JsonNode? node, int at, int minor, string language, CellIds ids)
    {
        object[] place = ["cells", at];
        var cell = node as JsonObject ?? throw Bad("a cell is an object.", place);
        var kind = Kind(cell, place);
        var metadata = Object(cell, "metadata", place);
        var hasIds = minor >= IpynbWriter.FirstWithIds;
        return new NotebookCell(kind, Text(cell, place))
        {
            Language = kind == CellKind.Code ? CellLanguage.OfCell(metadata) ?? language : CellLanguage.Default,
            Id = ids.Next(Id(cell, place)),
            Metadata = metadata,
            Outputs = kind == CellKind.Code && cell.ContainsKey("outputs") ? Outputs(cell, place) : [],
            ExecutionCount = kind == CellKind.Code ? Count(cell, place) : null,
            Other = Rest(cell, [.. kind == CellKind.Code ? OwnFields : OwnFields[..3], .. hasIds ? ["id"] : (string[])[]]),
        };
    }

    CellKind Kind(JsonObject cell, object[] place) => AsText(cell["cell_type"]) switch
    {
        "code" => CellKind.Code,
        "markdown" => CellKind.Markdown,
        "raw" => CellKind.Raw,
        _ => throw Bad("a cell's cell_type is code, markdown or raw.", [.. place, "cell_type"]),
    };

    string Text(JsonObject cell, object[] place) => cell["source"] switch
    {
        JsonArray lines when lines.All(line => AsText(line) is not null) => string.Concat(lines.Select(AsText)),
        JsonValue value when AsText(value) is { } text => text,
        _ => throw Bad("a cell's source is a text or a list of texts.", [.. place, "source"]),
    };

    string? Id(JsonObject cell, object[] place) =>
        !cell.ContainsKey("id") ? null : AsText(cell["id"]) is { Length: > 0 } id ? id : throw Bad("a cell's id is a text.", [.. place, "id"]);

    JsonArray Outputs(JsonObject cell, object[] place)
    {
        var outputs = Array(cell, "outputs", place);
        var odd = outputs.TakeWhile(output => output is JsonObject).Count();
        return odd == outputs.Count ? outputs : throw Bad("an output is an object.", [.. place, "outputs", odd]);
    }

    int? Count(JsonObject cell, object[] place) =>
        cell["execution_count"] is null ? null : Number(cell, "execution_count", place);

    int Number(JsonObject of, string name, params object[] place) =>
        of[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : throw Bad($"{name} is missing or no whole number.", [.. place, name]);

    JsonObject Object(JsonObject of, string name, object[] place) =>
        !of.ContainsKey(name) ? [] : of[name] is JsonObject found ? (JsonObject)Taken(of, name, found) : throw Bad($"{name} is an object.", [.. place, name]);

    JsonArray Array(JsonObject of, string name, object[] place) =>
        of[name] is JsonArray found ? (JsonArray)Taken(of, name, found) : throw Bad($"{name} is missing or no list.", [.. place, name]);

    static JsonNode Taken(JsonObject of, string name, JsonNode node)
    {
        of.Remove(name);
        return node;
    }

    static JsonObject Rest(JsonObject of, IEnumerable<string> known)
    {
        foreach (var name in known)
        {
            of.Remove(name);
        }

        return (JsonObject)of.DeepClone();
    }

    static string? AsText(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    WorkbenchException Bad(string why, params object[] place) => NotebookFileErrors.Broken(path, JsonPlace.LineOf(bytes, Reading, place), why);
}
