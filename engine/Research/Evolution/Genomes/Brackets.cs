using System.Globalization;

namespace Workbench.Research.Evolution;

/// <summary>Text in brackets: a word, or a word with what belongs to it.</summary>
sealed class Brackets
{
    readonly string whole;
    readonly List<Brackets> parts = [];

    Brackets(string whole, string word)
    {
        this.whole = whole;
        Word = word;
    }

    /// <summary>The word, or the first one within.</summary>
    public string Word { get; private set; }

    /// <summary>What follows the word.</summary>
    public IReadOnlyList<Brackets> Rest => parts;

    /// <summary>Reads one whole text.</summary>
    public static Brackets Read(string text)
    {
        var words = Words(text);
        var at = 0;
        var read = Next(text, words, ref at, depth: 0);
        return at == words.Count ? read : throw GenomeErrors.Unreadable(text, $"something follows after its end: {words[at]}");
    }

    /// <summary>What belongs to the word, which must be this one.</summary>
    public IReadOnlyList<Brackets> Take(string word, int least, int? most = null) =>
        Word == word && Rest.Count >= least && Rest.Count <= (most ?? least) ? Rest : throw Wrong($"({word} …) with its parts was expected at '{Word}'");

    /// <summary>The word as a value.</summary>
    public T As<T>()
        where T : IParsable<T> =>
        Rest.Count == 0 && T.TryParse(Word, CultureInfo.InvariantCulture, out var value) ? value : throw Wrong($"'{Word}' is no value");

    /// <summary>What is wrong with it.</summary>
    public WorkbenchException Wrong(string reason) => GenomeErrors.Unreadable(whole, reason);

    static Brackets Next(string whole, List<string> words, ref int at, int depth)
    {
        const int Deepest = 200;
        if (at == words.Count || words[at] == ")" || depth > Deepest)
        {
            throw GenomeErrors.Unreadable(whole, depth > Deepest ? "it is nested too deep" : "it ends too early");
        }

        if (words[at] != "(")
        {
            return new Brackets(whole, words[at++]);
        }

        at++;
        var group = Next(whole, words, ref at, depth + 1);
        while (at < words.Count && words[at] != ")")
        {
            group.parts.Add(Next(whole, words, ref at, depth + 1));
        }

        return at++ < words.Count ? group : throw GenomeErrors.Unreadable(whole, "a bracket is not closed");
    }

    static List<string> Words(string text) =>
        [.. text.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
