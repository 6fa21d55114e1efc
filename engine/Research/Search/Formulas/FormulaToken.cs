using System.Text.RegularExpressions;

namespace Workbench.Research.Search;

/// <summary>A word of a formula.</summary>
/// <param name="Text">A number, a name or a sign; empty at the end.</param>
/// <param name="Column">Where it begins, from 1.</param>
readonly partial record struct FormulaToken(string Text, int Column)
{
    public bool IsNumber => Text.Length > 0 && (char.IsAsciiDigit(Text[0]) || (Text[0] == '.' && Text.Length > 1));

    public bool IsName => Text.Length > 0 && (char.IsAsciiLetter(Text[0]) || Text[0] == '_');

    public string Said => Text.Length == 0 ? "the end" : $"'{Text}'";

    /// <summary>The words of a text, and an empty one for its end. What is no word stands for itself, for the parser to refuse.</summary>
    public static FormulaToken[] Split(string text) =>
        [.. Words().Matches(text).Select(match => new FormulaToken(match.Value, match.Index + 1)), new FormulaToken("", text.Length + 1)];

    [GeneratedRegex(@"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[A-Za-z_][A-Za-z0-9_]*|<=|>=|==|!=|&&|\|\||\S", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
