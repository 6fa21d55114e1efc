namespace Workbench.Scripting.Notebooks;

/// <summary>
/// How values look in a cell: a word as plain text alone, all that has parts as a quiet table in HTML and as aligned text. No value is too large, too deep
/// or too hostile: long sequences show their beginning and end, endless ones their beginning, and what throws when asked shows its error in place.
/// No form is longer than about 200,000 characters.
/// </summary>
public static class ValueFormatter
{
    const int LongestWord = 100_000;

    /// <summary>What is shown of a value.</summary>
    /// <param name="value">The value; a <see cref="MimeBundle"/> is shown as it is.</param>
    /// <param name="formats">Ways to show that are asked first, in order; each gives null for "not mine".</param>
    public static MimeBundle Format(object? value, IReadOnlyList<Func<object, MimeBundle?>> formats)
    {
        if (value is null or MimeBundle)
        {
            return value as MimeBundle ?? MimeBundle.Plain("null");
        }

        Patience.Begin();
        foreach (var format in formats)
        {
            if (Thrown.Or(() => format(value)) is { } answer)
            {
                return answer as MimeBundle ?? Show(Describer.Of(((Thrown)answer).Error));
            }
        }

        return Show(Describer.Of(value));
    }

    static MimeBundle Show(Shown shown) => shown is Word word
        ? MimeBundle.Plain(Bounded(word.Text))
        : MimeBundle.Html(HtmlView.Of(shown), PlainView.Of(shown));

    static string Bounded(string text) => text.Length <= LongestWord
        ? text
        : OneLine.Cut(text, LongestWord) + $"\n{Digits.Grouped(text.Length - LongestWord + 1)} more characters";
}
