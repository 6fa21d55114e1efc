using System.Globalization;

namespace Workbench.Scripting;

/// <summary>Everything that can be wrong with a script, each with its code.</summary>
static class ScriptErrors
{
    public const string NotCompiled = "WB3001";
    public const string Gate = "WB3002";

    public static WorkbenchException Refused(ScriptCheck check) => new(
        check.Offences[0].Code, ExitCode.Compile, check.ToString(), $"./run.sh check {check.Path}");

    public static WorkbenchException NotFound(string path) => new(
        "WB3003", ExitCode.NotFound, $"There is no script {path}.", "ls strategies/*.csx, or ./run.sh new NAME for a fresh one");

    public static WorkbenchException Unreadable(string path, Exception cause) => new(
        "WB3004", ExitCode.NotFound, $"{path} cannot be read: {cause.Message}", inner: cause);

    public static WorkbenchException TooLarge(string path, int files, int bytes) => new(
        "WB3005", ExitCode.Compile, Invariant($"{path} is too much: a script has up to {files} files of up to {bytes >> 20} MB each."));

    public static WorkbenchException NoStrategy(string path) => new(
        "WB3006", ExitCode.Compile, $"{path} contains no strategy: a public, non-abstract class that derives from Strategy and has no constructor parameters.",
        "./run.sh new NAME, which writes one that runs");

    public static WorkbenchException ManyStrategies(string path, IEnumerable<string> names) => new(
        "WB3007", ExitCode.Usage, $"{path} contains more than one strategy: {string.Join(", ", names)}.", "the same command with --class NAME");

    public static WorkbenchException UnknownStrategy(string path, string wanted, IReadOnlyList<string> names) => new(
        "WB3008", ExitCode.NotFound, $"{path} contains no strategy {wanted}, but {string.Join(", ", names)}.", $"the same command with --class {names[0]}");

    public static WorkbenchException BadPackageName(string value) => new(
        "WB3009", ExitCode.Compile, $"#r \"{value}\" names no package with an exact version.", "#r \"nuget: Name, 1.2.3\"");

    public static WorkbenchException NotRestored(PackageName package, string said) => new(
        "WB3010", ExitCode.Compile, $"The package {package} could not be restored: {said}",
        $"dotnet package search {package.Id} --exact-match, which lists the versions that your package source has");

    public static WorkbenchException NoSdk(PackageName package, Exception cause) => new(
        "WB3011", ExitCode.Compile, $"The package {package} needs the .NET SDK to be restored, and no dotnet was found: {cause.Message}",
        "install the .NET 10 SDK, then the same command", cause);

    public static WorkbenchException NoFramework() => new(
        "WB3012", ExitCode.Compile, "The folder of the .NET framework cannot be told: Workbench was published as a single file. Publish it as a folder.");

    public static WorkbenchException BadName(string name) => new(
        "WB3013", ExitCode.Usage, $"'{name}' cannot name a strategy: begin with a letter, go on with letters, digits and dashes.", "./run.sh new my-idea");

    public static WorkbenchException Failed(string message, Exception cause) => new("WB3020", ExitCode.StrategyFailed, message, inner: cause);

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
