using Microsoft.CodeAnalysis;

namespace Workbench.Scripting;

/// <summary>Turns the compiler's locations into file, line and column of the script.</summary>
static class SourcePlace
{
    public static ScriptOffence Offence(ScriptSource source, string code, Location location, string message)
    {
        var span = location.GetLineSpan();
        var file = source.Find(span.Path ?? "") ?? source.Main;
        var start = span.StartLinePosition;
        var length = span.EndLinePosition.Line == start.Line ? span.EndLinePosition.Character - start.Character : 1;
        return new ScriptOffence(code, file.Path, start.Line + 1, start.Character + 1, Math.Max(1, length), message, file.Line(start.Line + 1));
    }
}
