using System.Text.Json;

namespace Workbench.Scripting.Notebooks;

/// <summary>Reads what <see cref="FrameWriter"/> writes.</summary>
static class FrameReader
{
    /// <summary>The frame; null for a kind that is not known here, as a newer program may send.</summary>
    /// <exception cref="InvalidDataException">It is no frame.</exception>
    public static Frame? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return Read(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("no frame: " + broken.Message, broken);
        }
    }

    static Frame? Read(JsonElement json) => Text(json, "kind") switch
    {
        "execute" => new ExecuteFrame(Id(json), Cell(json)),
        "interrupt" => new InterruptFrame(Id(json)),
        "ask" => new AskFrame(Id(json), QuestionOf(json), Text(json, "code"), Int(json, "position")),
        "ready" => new ReadyFrame(),
        "begun" => new BegunFrame(Id(json)),
        "stream" => new StreamFrame(OneOf<StreamName>(json, "name"), Text(json, "text")),
        "display" => new DisplayFrame(Bundle(json, "content"), TextOrNone(json, "display")),
        "update" => new UpdateFrame(Text(json, "display"), Bundle(json, "content")),
        "clear" => new ClearFrame(Flag(json, "wait")),
        "result" => new ResultFrame(Id(json), Result(json)),
        "answer" => new AnswerFrame(Id(json), QuestionOf(json), Answer(json, QuestionOf(json))),
        "leaving" => new LeavingFrame(Int(json, "exit")),
        _ => null,
    };

    static CellRequest Cell(JsonElement json) => new(Text(json, "code"))
    {
        Language = Text(json, "language"),
        CellId = TextOrNone(json, "cell"),
        Notebook = TextOrNone(json, "notebook"),
        IsSilent = Flag(json, "silent"),
    };

    static CellResult Result(JsonElement json) => new(
        OneOf<CellStatus>(json, "status"), Int(json, "count"), BundleOrNone(json, "value"), Error(json.GetProperty("error")), Strings(json, "names"),
        json.GetProperty("seconds").GetDouble());

    static CellError? Error(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : new CellError(Text(json, "name"), Text(json, "message"), Int(json, "line"), Int(json, "column"), Strings(json, "trace"));

    static object? Answer(JsonElement json, Question question) => question switch
    {
        Question.Complete => Completions(json.GetProperty("answer")),
        Question.Signatures => Help(json.GetProperty("answer")),
        Question.Diagnose => Items(json, "answer", Diagnostic),
        Question.IsComplete => Flag(json, "answer"),
        _ => BundleOrNone(json, "answer"),
    };

    static Completions Completions(JsonElement json) => new(
        Int(json, "start"), Int(json, "end"), Items(json, "items", item => new CompletionItem(Text(item, "text"), Text(item, "kind"), Text(item, "signature"))));

    static SignatureHelp? Help(JsonElement json) => json.ValueKind == JsonValueKind.Null
        ? null
        : new SignatureHelp(Strings(json, "signatures"), Int(json, "active"), Int(json, "parameter"));

    static CellDiagnostic Diagnostic(JsonElement json) => new(
        Text(json, "code"), Text(json, "message"), Flag(json, "error"), Int(json, "line"), Int(json, "column"), Int(json, "endLine"), Int(json, "endColumn"));

    static MimeBundle? BundleOrNone(JsonElement json, string name) =>
        json.GetProperty(name).ValueKind == JsonValueKind.Null ? null : Bundle(json, name);

    static MimeBundle Bundle(JsonElement json, string name)
    {
        var bundle = json.GetProperty(name);
        var forms = bundle.GetProperty("forms").EnumerateObject().Select(form => (form.Name, form.Value.GetString() ?? ""));
        return MimeBundle.Of(forms) with { RunIds = Strings(bundle, "runs"), IsStale = Flag(bundle, "stale") };
    }

    static Question QuestionOf(JsonElement json) => OneOf<Question>(json, "question");

    static T OneOf<T>(JsonElement json, string name) where T : struct, Enum =>
        Enum.GetValues<T>() is var all && Int(json, name) is var at && at >= 0 && at < all.Length ? all[at] : throw new FormatException($"'{name}' has no such value");

    static long Id(JsonElement json) => json.GetProperty("id").GetInt64();

    static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();

    static bool Flag(JsonElement json, string name) => json.GetProperty(name).GetBoolean();

    static string Text(JsonElement json, string name) => TextOrNone(json, name) ?? throw new FormatException($"'{name}' is null");

    static string? TextOrNone(JsonElement json, string name) => json.GetProperty(name).GetString();

    static IReadOnlyList<string> Strings(JsonElement json, string name) => Items(json, name, item => item.GetString() ?? "");

    static IReadOnlyList<T> Items<T>(JsonElement json, string name, Func<JsonElement, T> read) => [.. json.GetProperty(name).EnumerateArray().Select(read)];
}
