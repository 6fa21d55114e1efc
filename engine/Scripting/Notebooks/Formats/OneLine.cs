using System.Collections;

namespace Workbench.Scripting.Notebooks;

/// <summary>A value in a line, for a cell of a table: short, and never deeper than a few steps into what it holds, for it may hold itself.</summary>
static class OneLine
{
    const int Longest = 120;
    const int LongestInside = 40;
    const int MostElements = 4;
    const int MostParts = 6;
    const int Deepest = 2;

    /// <summary>The line.</summary>
    public static Word Of(object? value) => Of(value, 0);

    /// <summary>A text without line breaks, no longer than that; a cut text says so with its last sign.</summary>
    public static string Cut(string text, int longest = Longest)
    {
        var length = text.Length <= longest ? text.Length : longest - 1;
        length -= length < text.Length && length > 0 && char.IsHighSurrogate(text[length - 1]) ? 1 : 0;
        return length == text.Length ? text : text[..length] + "…";
    }

    static Word Of(object? value, int depth)
    {
        if (Patience.IsOver)
        {
            return new Word("…", WordKind.Soft);
        }

        var word = Scalars.Of(value) ?? new Word(Compound(value!, depth));
        return word with { Text = Cut(Flat(word.Text), depth == 0 ? Longest : LongestInside) };
    }

    static string Flat(string text) => text.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? text : text.ReplaceLineEndings(" ⏎ ").Replace('\t', ' ');

    static string Compound(object value, int depth) => value switch
    {
        _ when depth > Deepest => "…",
        Exception error => new Thrown(error).Title,
        Task => TypeName.Of(value.GetType()),
        Array { Rank: 2 } => TypeName.Of(value.GetType()),
        IEnumerable values => Elements(values, depth),
        _ => Parts(value, depth),
    };

    static string Elements(IEnumerable values, int depth)
    {
        var sample = Sample.Of(values, MostElements, 0);
        var words = sample.First.Select(element => Of(element, depth + 1).Text).ToList();
        if (sample.Error is { } error)
        {
            words.Add(error.Title);
        }
        else if (sample.Between > 0)
        {
            words.Add("…");
        }

        var count = sample is { IsCounted: true, Between: > 0 } ? $" ({Digits.Grouped(sample.Count)})" : "";
        return $"[{string.Join(", ", words)}]{count}";
    }

    static string Parts(object value, int depth)
    {
        var parts = Member.All(value);
        if (parts.Count == 0)
        {
            return TypeName.Of(value.GetType());
        }

        var isTuple = value is System.Runtime.CompilerServices.ITuple;
        var words = parts.Take(MostParts).Select(part => (isTuple ? "" : part.Name + " = ") + Of(part.Of(value), depth + 1).Text);
        var all = string.Join(", ", words) + (parts.Count > MostParts ? ", …" : "");
        return isTuple ? $"({all})" : $"{{ {all} }}";
    }
}
