using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// JSON as notebooks' files have it: keys in the order of their code points, one space per level, nothing escaped that need not be, numbers as they
/// were read. The library's own writer has another order, other escapes and other empty lists, and each would show up as a change in the file's history.
/// </summary>
static class NotebookJson
{
    /// <summary>A tree as a file's text, with the line feed at its end.</summary>
    public static string Write(JsonNode tree) => Write(tree, "\n").Append('\n').ToString();

    /// <summary>A tree in one line, in the same order.</summary>
    public static string WriteLine(JsonNode tree) => Write(tree, null).ToString();

    static StringBuilder Write(JsonNode tree, string? line)
    {
        var text = new StringBuilder();
        Write(text, tree, line);
        return text;
    }

    static void Write(StringBuilder text, JsonNode? node, string? line)
    {
        switch (node)
        {
            case JsonObject { Count: 0 }:
                text.Append("{}");
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonObject fields:
                Write(text, fields.OrderBy(field => field.Key, CodePoints).Select(field => (Action<string?>)(below => Write(text, field, below))), '{', '}', line);
                break;
            case JsonArray items:
                Write(text, items.Select(item => (Action<string?>)(below => Write(text, item, below))), '[', ']', line);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WriteString(text, value.GetValue<string>());
                break;
            default:
                text.Append(node?.ToJsonString() ?? "null");
                break;
        }
    }

    static void Write(StringBuilder text, KeyValuePair<string, JsonNode?> field, string? line)
    {
        WriteString(text, field.Key);
        text.Append(line is null ? ":" : ": ");
        Write(text, field.Value, line);
    }

    static void Write(StringBuilder text, IEnumerable<Action<string?>> parts, char open, char close, string? line)
    {
        var below = line is null ? null : line + " ";
        var before = open;
        foreach (var part in parts)
        {
            text.Append(before).Append(below);
            part(below);
            before = ',';
        }

        text.Append(line).Append(close);
    }

    static void WriteString(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '"' or '\\' => text.Append('\\').Append(letter),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                '\f' => text.Append("\\f"),
                '\b' => text.Append("\\b"),
                < ' ' => text.Append("\\u00").Append(((int)letter).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }

    // UTF-16 has letters beyond 0xFFFF before some that are smaller; UTF-8 keeps the order of code points.
    static Comparer<string> CodePoints { get; } = Comparer<string>.Create((a, b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
}
