namespace Workbench.Research.Compare;

/// <summary>A line of two scripts laid beside each other.</summary>
/// <param name="Kind">'=' in both, '-' in the first alone, '+' in the other alone.</param>
/// <param name="Before">Its number in the first, from 1; 0 where it is not there.</param>
/// <param name="After">Its number in the other, from 1; 0 where it is not there.</param>
/// <param name="Text">What it says.</param>
public sealed record CodeLine(char Kind, int Before, int After, string Text)
{
    /// <summary>Lines that are kept around a change.</summary>
    const int Around = 3;

    /// <summary>The lines of both, what did not change far from a change left out.</summary>
    internal static IReadOnlyList<CodeLine> Diff(string before, string after)
    {
        var all = All(Lines(before), Lines(after));
        return [.. all.Where((line, at) => all.Skip(at - Around).Take(Math.Min(at, Around) + Around + 1).Any(near => near.Kind != '='))];
    }

    /// <summary>Along the longest common subsequence, removed before added.</summary>
    static List<CodeLine> All(string[] a, string[] b)
    {
        var common = Common(a, b);
        var lines = new List<CodeLine>();
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                lines.Add(new CodeLine('=', ++i, ++j, a[i - 1]));
            }
            else if (i < a.Length && (j == b.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(new CodeLine('-', ++i, 0, a[i - 1]));
            }
            else
            {
                lines.Add(new CodeLine('+', 0, ++j, b[j - 1]));
            }
        }

        return lines;
    }

    static int[,] Common(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
}
