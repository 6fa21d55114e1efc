namespace Workbench.Research;

/// <summary>The difference between two texts, line by line, with the fewest lines removed and added (Myers, 1986).</summary>
public static class TextDiff
{
    /// <summary>All lines of both texts in order, what was removed before what was added.</summary>
    public static IReadOnlyList<DiffLine> Lines(string before, string after)
    {
        var (first, second) = (Split(before), Split(after));
        var start = 0;
        while (start < first.Length && start < second.Length && first[start] == second[start])
        {
            start++;
        }

        var (end, other) = (first.Length, second.Length);
        while (end > start && other > start && first[end - 1] == second[other - 1])
        {
            (end, other) = (end - 1, other - 1);
        }

        var lines = new List<DiffLine>();
        AddSame(lines, first, 0, 0, start);
        Middle(lines, first, second, start, end, other);
        AddSame(lines, first, end, other, first.Length - end);
        return lines;
    }

    /// <summary>The lines that changed with some around them, stretches parted by a line <c>@@ -3 +3 @@</c> of their first numbers; empty where nothing changed.</summary>
    /// <param name="before">The first text.</param>
    /// <param name="after">The second text.</param>
    /// <param name="context">Unchanged lines shown on either side. Default 2.</param>
    public static IReadOnlyList<string> Unified(string before, string after, int context = 2)
    {
        var lines = Lines(before, after);
        var shown = new List<string>();
        var last = -1;
        for (var at = 0; at < lines.Count; at++)
        {
            if (!IsNearChange(lines, at, context))
            {
                continue;
            }

            if (at != last + 1 || last < 0)
            {
                shown.Add(Place(lines, at));
            }

            shown.Add(lines[at].ToString());
            last = at;
        }

        return shown;
    }

    static string Place(IReadOnlyList<DiffLine> lines, int at)
    {
        var (before, after) = (1, 1);
        for (var i = 0; i < at; i++)
        {
            before += lines[i].Before > 0 ? 1 : 0;
            after += lines[i].After > 0 ? 1 : 0;
        }

        return FormattableString.Invariant($"@@ -{before} +{after} @@");
    }

    static bool IsNearChange(IReadOnlyList<DiffLine> lines, int at, int context)
    {
        for (var i = Math.Max(0, at - context); i <= Math.Min(lines.Count - 1, at + context); i++)
        {
            if (lines[i].Change != LineChange.Same)
            {
                return true;
            }
        }

        return false;
    }

    static string[] Split(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');

    static void AddSame(List<DiffLine> lines, string[] first, int before, int after, int count)
    {
        for (var i = 0; i < count; i++)
        {
            lines.Add(new DiffLine(LineChange.Same, first[before + i], before + i + 1, after + i + 1));
        }
    }

    static void Middle(List<DiffLine> lines, string[] first, string[] second, int start, int end, int other)
    {
        var (x, y) = (start, start);
        foreach (var (fromX, fromY) in Matches(first[start..end], second[start..other]))
        {
            AddChanges(lines, first, second, ref x, ref y, start + fromX, start + fromY);
            AddSame(lines, first, x, y, 1);
            (x, y) = (x + 1, y + 1);
        }

        AddChanges(lines, first, second, ref x, ref y, end, other);
    }

    static void AddChanges(List<DiffLine> lines, string[] first, string[] second, ref int x, ref int y, int untilX, int untilY)
    {
        for (; x < untilX; x++)
        {
            lines.Add(new DiffLine(LineChange.Removed, first[x], x + 1, 0));
        }

        for (; y < untilY; y++)
        {
            lines.Add(new DiffLine(LineChange.Added, second[y], 0, y + 1));
        }
    }

    /// <summary>The pairs of lines that stay, in order: the furthest way on each diagonal for 0, 1, 2 … edits, and then back.</summary>
    static List<(int X, int Y)> Matches(string[] first, string[] second)
    {
        var trace = new List<int[]>();
        var most = first.Length + second.Length;
        var reach = new int[2 * most + 2];
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add((int[])reach.Clone());
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = ComesFromAbove(reach, diagonal, edits, most) ? reach[most + diagonal + 1] : reach[most + diagonal - 1] + 1;
                while (x < first.Length && x - diagonal < second.Length && first[x] == second[x - diagonal])
                {
                    x++;
                }

                reach[most + diagonal] = x;
                if (x >= first.Length && x - diagonal >= second.Length)
                {
                    return Back(trace, first.Length, second.Length, most);
                }
            }
        }

        return [];
    }

    static bool ComesFromAbove(int[] reach, int diagonal, int edits, int most) =>
        diagonal == -edits || (diagonal != edits && reach[most + diagonal - 1] < reach[most + diagonal + 1]);

    static List<(int X, int Y)> Back(List<int[]> trace, int x, int y, int most)
    {
        var matches = new List<(int X, int Y)>();
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var reach = trace[edits];
            var diagonal = x - y;
            var before = ComesFromAbove(reach, diagonal, edits, most) ? diagonal + 1 : diagonal - 1;
            var fromX = edits == 0 ? 0 : reach[most + before];
            var fromY = edits == 0 ? 0 : fromX - before;
            while (x > fromX && y > fromY)
            {
                matches.Add((--x, --y));
            }

            (x, y) = (fromX, fromY);
        }

        matches.Reverse();
        return matches;
    }
}
