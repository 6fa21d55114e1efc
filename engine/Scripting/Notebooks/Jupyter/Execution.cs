using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>Runs cells as front ends ask for it and tells them how it goes (jupyter-client, "Execute").</summary>
/// <param name="kernel">What runs them.</param>
/// <param name="iopub">Where all is told.</param>
/// <param name="queue">Where more of them wait.</param>
/// <param name="history">Where they are remembered.</param>
/// <param name="notebook">The notebook's path; null where Jupyter named none.</param>
sealed class Execution(IKernel kernel, Iopub iopub, RequestQueue queue, CellHistory history, string? notebook)
{
    readonly Lock gate = new();
    CancellationTokenSource? running;
    long abortedUpTo;
    int count;

    /// <summary>Tells the running cell to stop; nothing where none runs.</summary>
    public void Interrupt()
    {
        lock (gate)
        {
            running?.Cancel();
        }
    }

    /// <summary>Answers an <c>execute_request</c>.</summary>
    public async Task<JsonObject> Answer(JupyterMessage request)
    {
        var cell = ExecuteRequest.Of(request, notebook);
        if (request.Number <= abortedUpTo)
        {
            return new JsonObject { ["status"] = "aborted", ["execution_count"] = count };
        }

        using var interrupt = new CancellationTokenSource();
        Announce(interrupt);
        try
        {
            return await Run(cell, request.Header, interrupt.Token).ConfigureAwait(false);
        }
        finally
        {
            Announce(null);
        }
    }

    async Task<JsonObject> Run(ExecuteRequest asked, byte[] parent, CancellationToken interrupt)
    {
        var relay = new CellRelay(iopub, parent);
        if (!asked.Cell.IsSilent)
        {
            relay.Send("execute_input", new JsonObject { ["code"] = asked.Cell.Code, ["execution_count"] = count + 1 });
        }

        var result = await Run(asked.Cell, asked.Cell.IsSilent ? new Silence() : relay, interrupt).ConfigureAwait(false);
        relay.Flush();
        if (asked.IsRemembered)
        {
            history.Add(result.Count, asked.Cell.Code, result.Value?.Forms.GetValueOrDefault(MimeBundle.PlainText));
        }

        var answer = result.Status == CellStatus.Ok ? Succeed(asked, result, relay) : Fail(asked, result, relay);
        answer["execution_count"] = result.Count;
        answer["payload"] = new JsonArray();
        answer["user_expressions"] = result.Status == CellStatus.Ok ? await Evaluate(asked, interrupt).ConfigureAwait(false) : [];
        return answer;
    }

    // The kernel's own numbers, because its errors name cells by them; after a loss it begins anew, and so do the brackets.
    async Task<CellResult> Run(CellRequest cell, ICellOutput output, CancellationToken interrupt)
    {
        var result = await kernel.Execute(cell, output, interrupt).ConfigureAwait(false);
        count = result.Status == CellStatus.Lost ? 0 : result.Count;
        return result;
    }

    JsonObject Succeed(ExecuteRequest asked, CellResult result, CellRelay relay)
    {
        if (result.Value is { } value && !asked.Cell.IsSilent)
        {
            relay.Send("execute_result", new JsonObject { ["execution_count"] = result.Count, ["data"] = MimeJson.Data(value), ["metadata"] = MimeJson.Metadata(value) });
        }

        return new JsonObject { ["status"] = "ok" };
    }

    JsonObject Fail(ExecuteRequest asked, CellResult result, CellRelay relay)
    {
        var error = result.Error ?? new CellError(result.Status.ToString(), $"The cell was {result.Status}.", 0, 0, []);
        if (!asked.Cell.IsSilent)
        {
            relay.Send("error", ErrorJson.Of(error));
        }

        // Whatever was sent while it ran was sent in the belief that it would succeed.
        abortedUpTo = asked.StopsOnError ? queue.Newest : abortedUpTo;
        return ErrorJson.Answer(error);
    }

    async Task<JsonObject> Evaluate(ExecuteRequest asked, CancellationToken interrupt)
    {
        var values = new JsonObject();
        foreach (var (name, expression) in asked.Expressions)
        {
            var result = await Run(new CellRequest(expression) { Notebook = notebook }, new Silence(), interrupt).ConfigureAwait(false);
            var value = result.Value ?? MimeBundle.Plain("");
            values[name] = result.Error is { } error
                ? ErrorJson.Answer(error)
                : new JsonObject { ["status"] = "ok", ["data"] = MimeJson.Data(value), ["metadata"] = MimeJson.Metadata(value) };
        }

        return values;
    }

    void Announce(CancellationTokenSource? interrupt)
    {
        lock (gate)
        {
            running = interrupt;
        }
    }
}
