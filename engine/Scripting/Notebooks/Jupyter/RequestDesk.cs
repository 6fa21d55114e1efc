using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Answers what front ends ask; the content of the reply, or null where there is none to give.</summary>
sealed class RequestDesk(IKernel kernel, Execution execution, Iopub iopub, CellHistory history)
{
    /// <summary>Answers a request of the shell, where cells wait for each other.</summary>
    public async Task<JsonObject?> Shell(JupyterMessage request) => request.Type switch
    {
        "execute_request" => await execution.Answer(request).ConfigureAwait(false),
        "complete_request" => await Complete(request.Content).ConfigureAwait(false),
        "inspect_request" => await Inspect(request.Content).ConfigureAwait(false),
        "is_complete_request" => await IsComplete(request.Content).ConfigureAwait(false),
        "history_request" => history.Answer(request.Content),
        "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
        "comm_open" => RefuseComm(request),
        _ => Control(request),
    };

    /// <summary>Answers a request of the control channel, where nothing waits for a cell.</summary>
    public JsonObject? Control(JupyterMessage request) => request.Type switch
    {
        "kernel_info_request" => KernelInfo.Answer(),
        "interrupt_request" => Interrupt(),
        "shutdown_request" => Shutdown(request),
        "debug_request" => RefuseDebugging(request.Content),
        _ => null,
    };

    async Task<JsonObject> Complete(JupyterFields asked)
    {
        var (code, position) = Place(asked);
        var words = await kernel.Complete(code, position).ConfigureAwait(false);
        var (start, end) = (CodePoints.FromUnits(code, words.Start), CodePoints.FromUnits(code, words.End));
        // Front ends draw the kinds and signatures from this field, which every kernel fills though its name is provisional.
        var kinds = words.Items.Select(word => new JsonObject { ["start"] = start, ["end"] = end, ["text"] = word.Text, ["type"] = word.Kind, ["signature"] = word.Signature });
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. words.Items.Select(word => JsonValue.Create(word.Text))]),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject { ["_jupyter_types_experimental"] = new JsonArray([.. kinds]) },
        };
    }

    async Task<JsonObject> Inspect(JupyterFields asked)
    {
        var (code, position) = Place(asked);
        var found = await kernel.Inspect(code, position).ConfigureAwait(false)
            ?? (await kernel.Signatures(code, position).ConfigureAwait(false) is { } help ? MimeBundle.Plain(string.Join('\n', help.Signatures)) : null);
        return new JsonObject
        {
            ["status"] = "ok",
            ["found"] = found is not null,
            ["data"] = found is null ? [] : MimeJson.Data(found),
            ["metadata"] = new JsonObject(),
        };
    }

    async Task<JsonObject> IsComplete(JupyterFields asked) => await kernel.IsComplete(asked.Text("code")).ConfigureAwait(false)
        ? new JsonObject { ["status"] = "complete" }
        : new JsonObject { ["status"] = "incomplete", ["indent"] = "" };

    // Widgets speak through comms; who opens one is told that it is closed, and not left waiting.
    JsonObject? RefuseComm(JupyterMessage request)
    {
        iopub.Publish("comm_close", request.Header, new JsonObject { ["comm_id"] = request.Content.Text("comm_id"), ["data"] = new JsonObject() });
        return null;
    }

    JsonObject Interrupt()
    {
        execution.Interrupt();
        return new JsonObject { ["status"] = "ok" };
    }

    JsonObject Shutdown(JupyterMessage request)
    {
        var isRestart = request.Content.Flag("restart", false);
        iopub.Publish("shutdown_reply", request.Header, new JsonObject { ["status"] = "ok", ["restart"] = isRestart });
        return new JsonObject { ["status"] = "ok", ["restart"] = isRestart };
    }

    static JsonObject RefuseDebugging(JupyterFields asked) => new()
    {
        ["type"] = "response",
        ["request_seq"] = asked.Number("seq", 0),
        ["command"] = asked.TextOrNone("command") ?? "",
        ["success"] = false,
        ["message"] = "This kernel has no debugger.",
    };

    static (string Code, int Position) Place(JupyterFields asked)
    {
        var code = asked.Text("code");
        return (code, CodePoints.ToUnits(code, asked.Number("cursor_pos", int.MaxValue)));
    }
}
