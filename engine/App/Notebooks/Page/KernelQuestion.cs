using System.Text.Json.Nodes;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>What the editor asks while somebody types, answered as its script reads it; null where there is nothing to say.</summary>
static class KernelQuestion
{
    /// <summary>The answer of a kernel to a question of that name; markdown needs none.</summary>
    public static async Task<JsonNode?> Answer(CellLine line, string name, string code, int position) => name switch
    {
        "markdown" => MarkdownText.ToHtml(code),
        "complete" => await line.Ask(async kernel => Words(await kernel.Complete(code, position).ConfigureAwait(false))).ConfigureAwait(false),
        "inspect" => await line.Ask(async kernel => Shown(await kernel.Inspect(code, position).ConfigureAwait(false))).ConfigureAwait(false),
        "signatures" => await line.Ask(async kernel => Calls(await kernel.Signatures(code, position).ConfigureAwait(false))).ConfigureAwait(false),
        "diagnose" => await line.Ask(async kernel => Marks(await kernel.Diagnose(code).ConfigureAwait(false))).ConfigureAwait(false),
        _ => throw PageErrors.BadRequest($"'{name}' is no question."),
    };

    /// <summary>Whether a message of that name is a question.</summary>
    public static bool Is(string name) => name is "markdown" or "complete" or "inspect" or "signatures" or "diagnose";

    static JsonObject Words(Completions words) => new()
    {
        ["start"] = words.Start,
        ["end"] = words.End,
        ["items"] = new JsonArray([.. words.Items.Select(word => (JsonNode)new JsonObject { ["text"] = word.Text, ["kind"] = word.Kind, ["signature"] = word.Signature })]),
    };

    static JsonObject? Shown(MimeBundle? shown) => shown is null ? null : MimeJson.Data(shown);

    static JsonObject? Calls(SignatureHelp? help) => help is null ? null : new()
    {
        ["signatures"] = new JsonArray([.. help.Signatures.Select(signature => (JsonNode)signature)]),
        ["active"] = help.Active,
        ["parameter"] = help.Parameter,
    };

    static JsonArray Marks(IReadOnlyList<CellDiagnostic> diagnostics) =>
    [
        .. diagnostics.Select(one => (JsonNode)new JsonObject
        {
            ["code"] = one.Code,
            ["message"] = one.Message,
            ["isError"] = one.IsError,
            ["line"] = one.Line,
            ["column"] = one.Column,
            ["endLine"] = one.EndLine,
            ["endColumn"] = one.EndColumn,
        }),
    ];
}
