namespace Workbench.Scripting;

/// <summary>A <c>#load</c> or <c>#r</c> line of a script.</summary>
/// <param name="IsLoad">Whether it is <c>#load</c>.</param>
/// <param name="Value">What stands between the quotes.</param>
readonly record struct Directive(bool IsLoad, string Value)
{
    /// <summary>
    /// Finds the directives of a text by looking at line starts only. It may also find one that the compiler ignores, inside
    /// a comment say: that makes the cache key depend on one file too many, never on one too few.
    /// </summary>
    public static List<Directive> Scan(string text)
    {
        var found = new List<Directive>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (Read(line) is { } directive)
            {
                found.Add(directive);
            }
        }

        return found;
    }

    static Directive? Read(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.IsEmpty || line[0] != '#')
        {
            return null;
        }

        line = line[1..].TrimStart();
        var isLoad = line.StartsWith("load", StringComparison.Ordinal);
        if (!isLoad && !line.StartsWith("r", StringComparison.Ordinal))
        {
            return null;
        }

        var value = line[(isLoad ? 4 : 1)..].TrimStart();
        var end = value.IsEmpty || value[0] != '"' ? -1 : value[1..].IndexOf('"');
        return end < 0 ? null : new Directive(isLoad, value[1..(end + 1)].ToString());
    }
}
