using System.Diagnostics;
using System.Globalization;

namespace Workbench.Scripting;

/// <summary>Says where in a script an exception came from.</summary>
public static class ScriptFailure
{
    /// <summary>
    /// The exception in a person's words: what happened, file, line and column of the script, and the line itself. The place is
    /// the innermost frame that lies in the script; where none does, only what happened is told.
    /// </summary>
    /// <param name="error">What the script's code threw, or what the engine threw on its behalf.</param>
    /// <param name="script">The script.</param>
    /// <returns>WB3020, exit 1.</returns>
    public static WorkbenchException From(Exception error, StrategyScript script)
    {
        var what = $"{error.GetType().Name}: {error.Message}";
        foreach (var frame in new StackTrace(error, fNeedFileInfo: true).GetFrames())
        {
            if (frame.GetMethod()?.Module.Assembly == script.Assembly && FileOf(frame, script) is { } file)
            {
                return ScriptErrors.Failed(Describe(file, frame, what), error);
            }
        }

        return ScriptErrors.Failed($"{script.Path}: {what}", error);
    }

    /// <summary>The same of a run with several scripts: the one whose code lies innermost is named.</summary>
    /// <param name="error">What a script's code threw, or what the engine threw on its behalf.</param>
    /// <param name="scripts">The scripts, at least one.</param>
    /// <returns>WB3020, exit 1.</returns>
    public static WorkbenchException From(Exception error, IReadOnlyList<StrategyScript> scripts)
    {
        foreach (var frame in new StackTrace(error).GetFrames())
        {
            if (scripts.FirstOrDefault(script => frame.GetMethod()?.Module.Assembly == script.Assembly) is { } script)
            {
                return From(error, script);
            }
        }

        return From(error, scripts[0]);
    }

    static ScriptFile? FileOf(StackFrame frame, StrategyScript script)
    {
        var name = frame.GetFileName();
        return name is null ? null : script.Files.FirstOrDefault(file => file.Name == name);
    }

    static string Describe(ScriptFile file, StackFrame frame, string what)
    {
        var (line, column) = (frame.GetFileLineNumber(), frame.GetFileColumnNumber());
        return string.Create(CultureInfo.InvariantCulture, $"{file.Path}({line},{column}): {what}") +
            ScriptOffence.Excerpt(file.Line(line), line, column, 1);
    }
}
