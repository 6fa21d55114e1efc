using System.Globalization;

namespace Workbench.Scripting;

/// <summary>One reason why a script may not run, or a warning, with its place and the line itself.</summary>
/// <param name="Code">WB3001 for what does not compile, WB3002 for what the determinism gate refuses.</param>
/// <param name="Path">File it stands in.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Length">How many letters are meant, at least 1.</param>
/// <param name="Message">What is wrong and, where it helps, what to use instead.</param>
/// <param name="Source">The line itself.</param>
public sealed record ScriptOffence(string Code, string Path, int Line, int Column, int Length, string Message, string Source)
{
    const int WidestLine = 160;

    /// <summary>Place and message, then the line with carets under what is meant.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}({Line},{Column}): {Message}") + Excerpt(Source, Line, Column, Length);

    /// <summary>A source line with its number, and carets below; empty where there is no line to show.</summary>
    internal static string Excerpt(string source, int line, int column, int length)
    {
        if (string.IsNullOrWhiteSpace(source))
        {
            return "";
        }

        var shown = source.Length <= WidestLine ? source : source[..WidestLine];
        var number = line.ToString(CultureInfo.InvariantCulture).PadLeft(5);
        var text = $"\n{number} | {shown}";
        if (column < 1 || column > shown.Length + 1)
        {
            return text;
        }

        // Tabs stay tabs, so that the caret stands below its letter however wide the terminal draws them.
        var indent = new string([.. shown[..(column - 1)].Select(letter => letter == '\t' ? '\t' : ' ')]);
        var carets = new string('^', Math.Clamp(length, 1, Math.Max(1, shown.Length - column + 1)));
        return $"{text}\n      | {indent}{carets}";
    }
}
