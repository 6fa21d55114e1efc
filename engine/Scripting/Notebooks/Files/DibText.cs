namespace Workbench.Scripting.Notebooks;

/// <summary>A .dib cut into the pieces that it is made of. Put together again they are the text, letter for letter.</summary>
/// <param name="Preamble">What stands before the first cell: the <c>#!meta</c> block and blank lines.</param>
/// <param name="Meta">The JSON of the <c>#!meta</c> block; null where there is none.</param>
/// <param name="MetaLine">Line, from 1, on which that JSON begins.</param>
/// <param name="Rest">The text of the cells.</param>
sealed record DibText(string Preamble, string? Meta, int MetaLine, string Rest)
{
    const string Magic = "#!";

    /// <summary>Takes the block of metadata off. It ends at the next magic of any kind, since no line of JSON begins like one.</summary>
    public static DibText Of(string text)
    {
        var lines = Lines(text);
        var first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line.Trim('\uFEFF')));
        if (first < 0 || lines[first].Trim('\uFEFF').TrimEnd() != "#!meta")
        {
            var blank = string.Concat(lines.Take(first < 0 ? lines.Count : first));
            var mark = blank.Length == 0 && text.StartsWith('\uFEFF') ? "\uFEFF" : blank;
            return new DibText(mark, null, 0, text[mark.Length..]);
        }

        var end = lines.FindIndex(first + 1, line => line.StartsWith(Magic, StringComparison.Ordinal));
        end = end < 0 ? lines.Count : end;
        var preamble = string.Concat(lines.Take(end));
        return new DibText(preamble, string.Concat(lines[(first + 1)..end]), first + 2, text[preamble.Length..]);
    }

    /// <summary>The cells of the rest.</summary>
    /// <param name="words">The magics that begin a cell.</param>
    public List<DibBlock> Blocks(IReadOnlySet<string> words)
    {
        var blocks = new List<DibBlock>();
        var lines = Lines(Rest);
        for (var at = 0; at < lines.Count;)
        {
            var word = WordOf(lines[at], words);
            var from = word is null ? at : at + 1;
            var to = lines.FindIndex(from, line => WordOf(line, words) is not null);
            to = to < 0 ? lines.Count : to;
            var (before, body, after) = Trim(string.Concat(lines[from..to]));
            blocks.Add(new DibBlock(word, string.Concat(lines[at..from]) + before, body, after));
            at = to;
        }

        return blocks;
    }

    /// <summary>A text without the blank lines around it: what stands before, the text, its last line end with what stands behind. One that is all blank has a before only.</summary>
    public static (string Before, string Body, string After) Trim(string text)
    {
        var lines = Lines(text);
        var first = lines.FindIndex(line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
        {
            return (text, "", "");
        }

        var last = lines.FindLastIndex(line => !string.IsNullOrWhiteSpace(line));
        var before = string.Concat(lines[..first]);
        var body = string.Concat(lines[first..last]) + lines[last].TrimEnd('\r', '\n');
        return (before, body, text[(before.Length + body.Length)..]);
    }

    /// <summary>Puts a backslash before each line that would begin a cell.</summary>
    public static string Escape(string body, IReadOnlySet<string> words) =>
        string.Concat(Lines(body).Select(line => WordOf(line.TrimStart('\\'), words) is null ? line : '\\' + line));

    /// <summary>Takes those backslashes away.</summary>
    public static string Unescape(string body, IReadOnlySet<string> words) =>
        string.Concat(Lines(body).Select(line => line.StartsWith('\\') && WordOf(line.TrimStart('\\'), words) is not null ? line[1..] : line));

    static string? WordOf(string line, IReadOnlySet<string> words) =>
        line.StartsWith(Magic, StringComparison.Ordinal) && line[Magic.Length..].TrimEnd() is var word && words.Contains(word) ? word : null;

    static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var from = 0; from < text.Length;)
        {
            var end = text.IndexOf('\n', from);
            var to = end < 0 ? text.Length : end + 1;
            lines.Add(text[from..to]);
            from = to;
        }

        return lines;
    }
}
