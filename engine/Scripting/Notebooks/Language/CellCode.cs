namespace Workbench.Scripting.Notebooks;

/// <summary>A cell's text with all that is not C# turned to blanks: every place in it is the place in the cell.</summary>
static class CellCode
{
    public static string Of(string cell)
    {
        if (!cell.Contains('#', StringComparison.Ordinal))
        {
            return cell;
        }

        var text = cell.ToCharArray();
        var isCSharp = true;
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfLine(cell, start);
            var line = cell.AsSpan(start, end - start);
            var isMagic = LanguageMagics.IsOne(line);
            isCSharp = isMagic ? LanguageMagics.TurnsToCSharp(line) ?? isCSharp : isCSharp;
            if (isMagic || !isCSharp || LanguageMagics.IsLoad(line))
            {
                text.AsSpan(start, end - start).Fill(' ');
            }

            start = end + 1;
        }

        return new string(text);
    }

    /// <summary>The line that holds a place, up to the place.</summary>
    public static ReadOnlySpan<char> LineUpTo(string cell, int position)
    {
        var before = cell.AsSpan(0, position);
        return before[(before.LastIndexOfAny('\n', '\r') + 1)..];
    }

    /// <summary>Where the line ends, without its break.</summary>
    public static int EndOfLine(string cell, int from)
    {
        var length = cell.AsSpan(from).IndexOfAny('\n', '\r');
        return length < 0 ? cell.Length : from + length;
    }
}
