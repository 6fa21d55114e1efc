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

    public static WorkbenchException NoParameters() => new(
        "WB3086", ExitCode.Usage, $"No cell of the notebook declares parameters: --set changes the variables of the cell tagged '{NotebookParameters.Tag}'.",
        $"give the cell that declares them the tag '{NotebookParameters.Tag}'");

    public static WorkbenchException UnknownParameter(string name, IEnumerable<string> known) => new(
        "WB3087", ExitCode.Usage, $"The notebook has no parameter '{name}'; it has {(string.Join(", ", known) is { Length: > 0 } names ? names : "none")}.", "--set NAME=VALUE with one of them");

    public static WorkbenchException BadSetting(string setting, string why) => new(
        "WB3088", ExitCode.Usage, $"--set {setting}: {why}.", "--set name=value, as a literal of its type: 10, 1.5, true, text, 2024-03-11T08:00");

    public static WorkbenchException AlreadyThere(string path) => new(
        "WB3089", ExitCode.Usage, $"{path} is there already, and holds something else.", "the same with --force, which replaces it");

    public static WorkbenchException NoStrategy() => new(
        "WB3090", ExitCode.Compile, "No cell of the notebook is a strategy: none is marked with #!strategy, and none declares a class that derives from Strategy.",
        "write #!strategy as the first line of the cell");

    public static WorkbenchException ManyStrategies(IEnumerable<(int Cell, string Classes)> found) => new(
        "WB3091", ExitCode.Usage, $"More than one cell is a strategy: {string.Join(", ", found.Select(each => Invariant($"cell {each.Cell} ({each.Classes})")))}.",
        "the same with --class NAME, or #!strategy in one of them");

    public static WorkbenchException UnknownStrategy(string wanted, IEnumerable<string> known) => new(
        "WB3092", ExitCode.NotFound, $"No cell declares a strategy {wanted}; {(string.Join(", ", known) is { Length: > 0 } names ? "there is " + names : "there is none at all")}.",
        "the same with another --class");

    public static WorkbenchException NotOnlyDeclarations(int cell, int line, string text) => new(
        "WB3093", ExitCode.Compile, Invariant($"A strategy's cell holds only declarations, and cell {cell}, line {line} does something: {text}"), "move the line into a cell of its own");

    public static WorkbenchException NoScriptName(string path) => new(
        "WB3095", ExitCode.Usage, $"{path} is no name of a script: it must end with .csx.", "--to strategies/name.csx");

    public static WorkbenchException Leans(string path, IReadOnlyList<LeanName> names) => new(
        "WB3094", ExitCode.Compile, $"As {path} the strategy would not find what other cells declare: {string.Join(", ", names)}.", "move what it needs into the strategy's cell");

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
