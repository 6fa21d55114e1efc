using System.Text.Json.Nodes;

namespace Workbench.App;

/// <summary>Something that the pages of a notebook are told. Immutable, since several pages are told the same: hence text and not nodes.</summary>
sealed class PageEvent
{
    readonly string json;

    PageEvent(string type, JsonObject body)
    {
        body["type"] = type;
        json = body.ToJsonString();
    }

    /// <summary>What an earlier event must have named the same for this one to be put into it; null for never.</summary>
    public string? Key { get; private init; }

    /// <summary>Printed text, which is appended where two such events meet.</summary>
    public string? Text { get; private init; }

    /// <summary>How long it is.</summary>
    public int Length => json.Length;

    /// <summary>How a notebook stands: what a page is told first.</summary>
    public static PageEvent Hello(JsonObject notebook) => new("hello", notebook);

    /// <summary>Something happened to a cell that needs no words.</summary>
    public static PageEvent Of(string type, string cell) => new(type, new JsonObject { ["cell"] = cell });

    public static PageEvent Output(string cell, JsonObject output, string? displayId) =>
        new("output", new JsonObject { ["cell"] = cell, ["output"] = output.DeepClone(), ["displayId"] = displayId });

    public static PageEvent Stream(string cell, string name, string text) =>
        new("stream", new JsonObject { ["cell"] = cell, ["name"] = name }) { Key = $"stream {cell} {name}", Text = text };

    public static PageEvent Update(string displayId, JsonObject data, JsonObject metadata) => new("update", new JsonObject
    {
        ["displayId"] = displayId,
        ["data"] = data.DeepClone(),
        ["metadata"] = metadata.DeepClone(),
    }) { Key = "update " + displayId };

    public static PageEvent Clear(string cell, bool wait) => new("clear", new JsonObject { ["cell"] = cell, ["wait"] = wait });

    /// <summary>A cell came to its end.</summary>
    public static PageEvent Finished(string cell, string status, ShownCell shown) => new("finished", new JsonObject
    {
        ["cell"] = cell,
        ["status"] = status,
        ["count"] = shown.Count,
        ["seconds"] = shown.Seconds,
        ["line"] = shown.ErrorLine,
    });

    public static PageEvent State(string state, string? message) => new("state", new JsonObject { ["state"] = state, ["message"] = message });

    /// <summary>The file was written: by this page or by another one.</summary>
    public static PageEvent Saved(string version) => new("saved", new JsonObject { ["version"] = version });

    /// <summary>The answer to a question.</summary>
    public static PageEvent Reply(int question, JsonNode? value) => new("reply", new JsonObject { ["seq"] = question, ["value"] = value });

    /// <summary>The event as JSON, with all of the text that was joined.</summary>
    public string Json(string? joined) => joined is null ? json : $"{json[..^1]},\"text\":{JsonValue.Create(joined).ToJsonString()}}}";
}
