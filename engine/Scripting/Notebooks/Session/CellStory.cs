using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Workbench.Scripting.Notebooks;

/// <summary>Tells why a cell failed: what happened, and the lines of cells that it came through, none of the kernel's own.</summary>
/// <param name="textsOf">The texts that code was compiled from.</param>
/// <param name="cell">What the running cell is called.</param>
sealed class CellStory(Func<Assembly?, CellTexts?> textsOf, string cell)
{
    const int MostFrames = 30;

    // What the compiler says of a using declaration at the top of a cell leads nobody to the cause.
    const string UsingDeclaration = "CS0825";

    public CellError Of(Exception error) => error switch
    {
        CellNotCompiled refused => Of(refused),
        CellRefusal refused => Of(refused),
        AggregateException { InnerExceptions: [var only] } => Of(only),
        TargetInvocationException { InnerException: { } cause } => Of(cause),

        // What asks for a key instead of a line goes past Console.In. Its frames are inlined away; the runtime's own words, which are English everywhere, name the way out.
        InvalidOperationException when error.Message.Contains(nameof(Console) + "." + nameof(Console.Read), StringComparison.Ordinal) => Thrown(NotebookErrors.NoKeyboard(error)),
        _ => Thrown(error),
    };

    CellError Of(CellNotCompiled refused)
    {
        var first = refused.Offences[0];
        string[] hint = first.Code == UsingDeclaration ? ["Try: using (var x = …) { … }. At the top of a cell, variables outlive the cell, and using cannot end them."] : [];
        var trace = refused.Offences.Take(ScriptCheck.MostShown).SelectMany(offence => Lines(offence with { Message = $"{offence.Code}: {offence.Message}" }));
        string[] more = refused.Offences.Count > ScriptCheck.MostShown
            ? [string.Create(CultureInfo.InvariantCulture, $"… and {refused.Offences.Count - ScriptCheck.MostShown} more.")] : [];
        var (line, column) = first.Path == cell ? (first.Line, first.Column) : (0, 0);
        return new CellError(first.Code, first.Message, line, column, [.. trace, .. more, .. hint]);
    }

    CellError Of(CellRefusal refused)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"  in {cell}, line {refused.Line}");
        return new CellError(refused.Why.Code, refused.Why.Message, refused.Line, 1, [.. Lines(refused.Why), place]);
    }

    CellError Thrown(Exception error)
    {
        var trace = new List<string>();
        var (line, column) = (0, 0);
        for (var at = error; at is not null; at = at.InnerException)
        {
            trace.AddRange(Lines((ReferenceEquals(at, error) ? "" : "caused by ") + Headline(at)));
            foreach (var (frame, file) in Frames(at))
            {
                trace.AddRange(Lines(Describe(frame, file)));
                (line, column) = line == 0 && file.Path == cell ? (frame.GetFileLineNumber(), frame.GetFileColumnNumber()) : (line, column);
            }
        }

        return new CellError(error is WorkbenchException ours ? ours.Code : error.GetType().Name, Message(error), line, column, trace);
    }

    static string Headline(Exception error) => error is WorkbenchException ? error.ToString() : $"{error.GetType().Name}: {Message(error)}";

    // An exception of a cell may be as broken as the rest of it.
    static string Message(Exception error)
    {
        try
        {
            return error.Message;
        }
        catch (Exception)
        {
            return "an exception whose message throws itself";
        }
    }

    IEnumerable<(StackFrame Frame, ScriptFile File)> Frames(Exception error) =>
        (from frame in new StackTrace(error, fNeedFileInfo: true).GetFrames()
         let file = textsOf(frame.GetMethod()?.Module.Assembly)?.Find(frame.GetFileName())
         where file is not null
         select (frame, file)).Take(MostFrames);

    static string Describe(StackFrame frame, ScriptFile file)
    {
        var (line, column) = (frame.GetFileLineNumber(), frame.GetFileColumnNumber());
        return string.Create(CultureInfo.InvariantCulture, $"  in {file.Path}, line {line}") + ScriptOffence.Excerpt(file.Line(line), line, column, 1);
    }

    static string[] Lines(object text) => text.ToString()!.ReplaceLineEndings("\n").Split('\n');
}
