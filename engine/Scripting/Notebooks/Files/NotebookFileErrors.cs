using System.Globalization;

namespace Workbench.Scripting.Notebooks;

/// <summary>Everything that can be wrong with a notebook's file, with a headless run of it and with its export: codes WB308x and WB309x.</summary>
static class NotebookFileErrors
{
    public static WorkbenchException NotThere(string path) => new(
        "WB3080", ExitCode.NotFound, $"There is no notebook {path}.", "ls notebooks");

    public static WorkbenchException UnknownKind(string path) => new(
        "WB3081", ExitCode.Usage, $"{path} is no name of a notebook: it must end with .ipynb or .dib.", "the same with another name");

    public static WorkbenchException Unreadable(string path, Exception cause) => new(
        "WB3082", ExitCode.Data, $"{path} cannot be read: {cause.Message}", "ls -l", cause);

    public static WorkbenchException Broken(string path, int line, string why) => new(
        "WB3083", ExitCode.Data, Invariant($"{path}({line}): {why}"), "mend the line, or take the file from where it was whole");

    public static WorkbenchException OldFormat(string path, int format) => new(
        "WB3084", ExitCode.Data, Invariant($"{path} is written in format {format} of notebooks; only format 4 is read."),
        $"jupyter nbconvert --to notebook --nbformat 4 {path}");

    public static WorkbenchException TooLarge(string path, long bytes, long most) => new(
        "WB3085", ExitCode.Data, Invariant($"{path} has {bytes >> 20} MB, and up to {most >> 20} MB are read."), $"jupyter nbconvert --clear-output --inplace {path}");

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
