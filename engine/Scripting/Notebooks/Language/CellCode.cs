namespace Workbench.Scripting.Notebooks;

/// <summary>A cell's text with all that is not C# turned to blanks: every place in it is the place in the cell.</summary>
static class CellCode
{
    // Roslyn's parser has no guard in every of its recursions, and a stack that overflows ends the process.
    const int Deepest = 200;

    // Each lambda inside a lambda's call may double the compiler's work.
    const int MostLambdas = 8;

    public static string Of(string cell)
    {
        if (IsTooDeep(cell))
        {
            return new string(' ', cell.Length);
        }

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

    static bool IsTooDeep(string cell)
    {
        var open = new Stack<bool>([false]);
        var lambdas = 0;
        for (var at = 0; at < cell.Length && open.Count <= Deepest && lambdas <= MostLambdas; at++)
        {
            switch (cell[at])
            {
                case '(' or '[' or '{':
                    open.Push(false);
                    break;
                case ')' or ']' or '}' when open.Count > 1:
                    lambdas -= open.Pop() ? 1 : 0;
                    break;
                case '=' when at + 1 < cell.Length && cell[at + 1] == '>' && !open.Peek():
                    open.Pop();
                    open.Push(true);
                    lambdas++;
                    break;
            }
        }

        return open.Count > Deepest || lambdas > MostLambdas;
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
