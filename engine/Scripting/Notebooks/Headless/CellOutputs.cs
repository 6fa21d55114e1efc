using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// Takes what a cell shows and makes of it what a notebook's file keeps: printed text put together, later versions of a display in the place of the
/// first. Bounded: a cell that shows without end gets a count of what is missing.
/// </summary>
/// <param name="displays">What can still be replaced, by name; shared by all cells of a run.</param>
sealed class CellOutputs(Dictionary<string, List<JsonObject>> displays) : ICellOutput
{
    /// <summary>Most characters that a cell's outputs may have together.</summary>
    public const int MostCharacters = 20_000_000;

    /// <summary>Most outputs of a cell.</summary>
    public const int MostOutputs = 2_000;

    // Jupyter splits these into lines as it does all text, though they are not called so.
    static readonly string[] AlsoText = ["application/javascript", "image/svg+xml"];

    readonly List<JsonObject> items = [];
    readonly StringBuilder text = new();
    StreamName stream;
    long characters;
    int missing;
    bool clearsNext;
    bool isClosed;

    public void Stream(StreamName name, string printed)
    {
        lock (displays)
        {
            if (!Accepts(printed.Length))
            {
                return;
            }

            if (name != stream)
            {
                EndText();
                stream = name;
            }

            text.Append(printed);
        }
    }

    public void Display(MimeBundle content, string? displayId = null)
    {
        lock (displays)
        {
            if (Accepts(SizeOf(content)))
            {
                Add(Shown("display_data", content), displayId);
            }
        }
    }

    public void Update(string displayId, MimeBundle content)
    {
        lock (displays)
        {
            foreach (var shown in displays.GetValueOrDefault(displayId) ?? [])
            {
                shown["data"] = DataOf(content);
                shown["metadata"] = MimeJson.Metadata(content);
            }
        }
    }

    public void Clear(bool wait)
    {
        lock (displays)
        {
            clearsNext = wait;
            if (!wait)
            {
                Forget();
            }
        }
    }

    /// <summary>Adds the value that the cell came to.</summary>
    public void Result(MimeBundle value, int count)
    {
        lock (displays)
        {
            if (Accepts(SizeOf(value)))
            {
                var shown = Shown("execute_result", value);
                shown["execution_count"] = count;
                Add(shown, null);
            }
        }
    }

    /// <summary>Adds why the cell failed.</summary>
    public void Failure(CellError error)
    {
        lock (displays)
        {
            var failure = ErrorJson.Of(error);
            failure["output_type"] = "error";
            Add(failure, null);
        }
    }

    /// <summary>All of it. What comes later, from work that the cell left behind, is not taken any more.</summary>
    public JsonArray Close()
    {
        lock (displays)
        {
            if (missing > 0 && !isClosed)
            {
                EndText();
                stream = StreamName.Error;
                text.Append(System.Globalization.CultureInfo.InvariantCulture, $"… {missing:N0} more outputs of this cell were left out.\n");
            }

            EndText();
            isClosed = true;
            // The nodes themselves: a later cell may still put a newer version into one.
            return new JsonArray([.. items]);
        }
    }

    bool Accepts(int size)
    {
        if (isClosed)
        {
            return false;
        }

        if (clearsNext)
        {
            clearsNext = false;
            Forget();
        }

        if (characters + size > MostCharacters || items.Count >= MostOutputs)
        {
            missing++;
            return false;
        }

        characters += size;
        return true;
    }

    void Forget()
    {
        items.Clear();
        text.Clear();
        (characters, missing) = (0, 0);
    }

    void Add(JsonObject item, string? displayId)
    {
        EndText();
        items.Add(item);
        if (displayId is not null)
        {
            (displays.TryGetValue(displayId, out var shown) ? shown : displays[displayId] = []).Add(item);
        }
    }

    void EndText()
    {
        if (text.Length > 0)
        {
            items.Add(new JsonObject { ["name"] = stream == StreamName.Out ? "stdout" : "stderr", ["output_type"] = "stream", ["text"] = TextLines.Of(text.ToString()) });
            text.Clear();
        }
    }

    static JsonObject Shown(string kind, MimeBundle content) => new() { ["data"] = DataOf(content), ["metadata"] = MimeJson.Metadata(content), ["output_type"] = kind };

    static JsonObject DataOf(MimeBundle content) => new(content.Forms.Select(form => KeyValuePair.Create(form.Key, FormOf(form.Key, form.Value))));

    static JsonNode? FormOf(string type, string content) =>
        MimeBundle.IsJson(type) ? MimeJson.Json(content)
        : type.StartsWith("text/", StringComparison.Ordinal) || AlsoText.Contains(type) ? TextLines.Of(content)
        : content;

    static int SizeOf(MimeBundle content) => (int)Math.Min(int.MaxValue, content.Forms.Sum(form => (long)form.Value.Length));
}
