using System.Text.Json;

namespace Workbench.Scripting.Notebooks;

/// <summary>Finds the line of a JSON text where something stands: a tree no longer knows, and people look for lines.</summary>
static class JsonPlace
{
    /// <summary>Line, from 1, of the value at a path of names and indexes; where the path ends early, of the last value that it reaches.</summary>
    public static int LineOf(ReadOnlySpan<byte> json, JsonReaderOptions options, IEnumerable<object> path)
    {
        var reader = new Utf8JsonReader(json, options);
        reader.Read();
        var at = reader.TokenStartIndex;
        foreach (var step in path)
        {
            if (!(step is string name ? Enter(ref reader, name) : Enter(ref reader, (int)step)))
            {
                break;
            }

            at = reader.TokenStartIndex;
        }

        return LineAt(json, at);
    }

    /// <summary>Line, from 1, of a byte.</summary>
    public static int LineAt(ReadOnlySpan<byte> json, long at) => json[..(int)at].Count((byte)'\n') + 1;

    static bool Enter(ref Utf8JsonReader reader, string name)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    static bool Enter(ref Utf8JsonReader reader, int index)
    {
        reader.Read();
        for (var i = 0; i < index; i++)
        {
            reader.Skip();
            reader.Read();
        }

        return true;
    }
}
