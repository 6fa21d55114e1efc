using System.Text.Json;

namespace Workbench.Scripting.Notebooks;

/// <summary>Frames as JSON. Written by hand, because serialisation by reflection costs a tenth of a second at the start of each process.</summary>
static class FrameWriter
{
    public static void Write(Utf8JsonWriter json, Frame frame)
    {
        json.WriteStartObject();
        json.WriteString("kind", KindOf(frame));
        Content(json, frame);
        json.WriteEndObject();
    }

    static string KindOf(Frame frame) => frame switch
    {
        ExecuteFrame => "execute",
        InterruptFrame => "interrupt",
        AskFrame => "ask",
        ReadyFrame => "ready",
        BegunFrame => "begun",
        StreamFrame => "stream",
        DisplayFrame => "display",
        UpdateFrame => "update",
        ClearFrame => "clear",
        ResultFrame => "result",
        AnswerFrame => "answer",
        LeavingFrame => "leaving",
        _ => throw new ArgumentOutOfRangeException(nameof(frame), frame, "no frame that goes over the wire"),
    };

    static void Content(Utf8JsonWriter json, Frame frame)
    {
        switch (frame)
        {
            case ExecuteFrame execute:
                json.WriteNumber("id", execute.Id);
                Cell(json, execute.Cell);
                break;
            case InterruptFrame interrupt:
                json.WriteNumber("id", interrupt.Id);
                break;
            case AskFrame ask:
                json.WriteNumber("id", ask.Id);
                json.WriteNumber("question", (int)ask.Question);
                json.WriteString("code", ask.Code);
                json.WriteNumber("position", ask.Position);
                break;
            case BegunFrame begun:
                json.WriteNumber("id", begun.Id);
                break;
            case StreamFrame stream:
                json.WriteNumber("name", (int)stream.Name);
                json.WriteString("text", stream.Text);
                break;
            case DisplayFrame display:
                json.WriteString("display", display.DisplayId);
                Bundle(json, "content", display.Content);
                break;
            case UpdateFrame update:
                json.WriteString("display", update.DisplayId);
                Bundle(json, "content", update.Content);
                break;
            case ClearFrame clear:
                json.WriteBoolean("wait", clear.Wait);
                break;
            case ResultFrame result:
                json.WriteNumber("id", result.Id);
                Result(json, result.Result);
                break;
            case AnswerFrame answer:
                json.WriteNumber("id", answer.Id);
                json.WriteNumber("question", (int)answer.Question);
                Answer(json, answer.Answer);
                break;
            case LeavingFrame leaving:
                json.WriteNumber("exit", leaving.ExitCode);
                break;
        }
    }

    static void Cell(Utf8JsonWriter json, CellRequest cell)
    {
        json.WriteString("code", cell.Code);
        json.WriteString("language", cell.Language);
        json.WriteString("cell", cell.CellId);
        json.WriteString("notebook", cell.Notebook);
        json.WriteBoolean("silent", cell.IsSilent);
    }

    static void Result(Utf8JsonWriter json, CellResult result)
    {
        json.WriteNumber("status", (int)result.Status);
        json.WriteNumber("count", result.Count);
        Bundle(json, "value", result.Value);
        json.WritePropertyName("error");
        Error(json, result.Error);
        Strings(json, "names", result.Names);
        json.WriteNumber("seconds", result.Seconds);
    }

    static void Error(Utf8JsonWriter json, CellError? error)
    {
        if (error is null)
        {
            json.WriteNullValue();
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", error.Name);
        json.WriteString("message", error.Message);
        json.WriteNumber("line", error.Line);
        json.WriteNumber("column", error.Column);
        Strings(json, "trace", error.Trace);
        json.WriteEndObject();
    }

    static void Answer(Utf8JsonWriter json, object? answer)
    {
        switch (answer)
        {
            case Completions completions:
                Completions(json, completions);
                break;
            case SignatureHelp help:
                json.WriteStartObject("answer");
                Strings(json, "signatures", help.Signatures);
                json.WriteNumber("active", help.Active);
                json.WriteNumber("parameter", help.Parameter);
                json.WriteEndObject();
                break;
            case IReadOnlyList<CellDiagnostic> diagnostics:
                Diagnostics(json, diagnostics);
                break;
            case bool isWhole:
                json.WriteBoolean("answer", isWhole);
                break;
            default:
                Bundle(json, "answer", (MimeBundle?)answer);
                break;
        }
    }

    static void Completions(Utf8JsonWriter json, Completions completions)
    {
        json.WriteStartObject("answer");
        json.WriteNumber("start", completions.Start);
        json.WriteNumber("end", completions.End);
        json.WriteStartArray("items");
        foreach (var item in completions.Items)
        {
            json.WriteStartObject();
            json.WriteString("text", item.Text);
            json.WriteString("kind", item.Kind);
            json.WriteString("signature", item.Signature);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    static void Diagnostics(Utf8JsonWriter json, IReadOnlyList<CellDiagnostic> diagnostics)
    {
        json.WriteStartArray("answer");
        foreach (var each in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", each.Code);
            json.WriteString("message", each.Message);
            json.WriteBoolean("error", each.IsError);
            json.WriteNumber("line", each.Line);
            json.WriteNumber("column", each.Column);
            json.WriteNumber("endLine", each.EndLine);
            json.WriteNumber("endColumn", each.EndColumn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    static void Bundle(Utf8JsonWriter json, string name, MimeBundle? bundle)
    {
        if (bundle is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteBoolean("stale", bundle.IsStale);
        Strings(json, "runs", bundle.RunIds);
        json.WriteStartObject("forms");
        foreach (var (type, content) in bundle.Forms)
        {
            json.WriteString(type, content);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
