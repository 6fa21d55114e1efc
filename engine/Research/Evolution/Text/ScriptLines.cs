using System.Text;

namespace Workbench.Research.Evolution;

/// <summary>Collects the lines of a script, indented.</summary>
sealed class ScriptLines
{
    readonly StringBuilder text = new();
    int depth;

    /// <summary>A line.</summary>
    public ScriptLines Add(string line)
    {
        text.Append(line.Length == 0 ? "" : new string(' ', 4 * depth)).Append(line).Append('\n');
        return this;
    }

    /// <summary>Lines.</summary>
    public ScriptLines Add(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Add(line);
        }

        return this;
    }

    /// <summary>A head and what stands in braces below it.</summary>
    public ScriptLines Block(string head, Action inside)
    {
        Add(head).Add("{");
        depth++;
        inside();
        depth--;
        return Add("}");
    }

    /// <summary>One line that hangs below another.</summary>
    public ScriptLines Hang(string line)
    {
        depth++;
        Add(line);
        depth--;
        return this;
    }

    public override string ToString() => text.ToString();
}
