using System.Diagnostics;

namespace Workbench.Architecture.Tests;

/// <summary>The files that make the project: those git would take, or without git those that are not built.</summary>
static class Checkout
{
    static readonly string[] Built = ["bin", "obj", "node_modules", "TestResults", ".git", ".build"];

    public static bool HasHistory { get; } = Directory.Exists(Repository.Path(".git")) || File.Exists(Repository.Path(".git"));

    /// <summary>Paths relative to the root, with forward slashes.</summary>
    public static IReadOnlyList<string> Files { get; } = List();

    /// <summary>Text of a file, or null where it holds a zero byte and so is none.</summary>
    public static string? Text(string file)
    {
        var text = File.ReadAllText(Repository.Path(file));
        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }

    /// <summary>What a program of the system prints, run in the root.</summary>
    public static string Run(string program, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', words)} ended with {process.ExitCode}: {output}");
    }

    static IReadOnlyList<string> List() => HasHistory
        ? Run("git", "-c", "safe.directory=*", "-c", "core.quotepath=off", "ls-files", "--cached", "--others", "--exclude-standard")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Repository.Path(file))).ToList()
        : Walk(new DirectoryInfo(Repository.Root)).Select(Relative).Where(file => !IsData(file)).ToList();

    static IEnumerable<FileInfo> Walk(DirectoryInfo folder) => folder.EnumerateFiles()
        .Concat(folder.EnumerateDirectories().Where(below => !Built.Contains(below.Name)).SelectMany(Walk));

    static string Relative(FileInfo file) => Path.GetRelativePath(Repository.Root, file.FullName).Replace('\\', '/');

    static bool IsData(string file) =>
        ((string[])["data/lake/", "data/runs/", "data/journals/", "data/ledger/"]).Any(folder => file.StartsWith(folder, StringComparison.Ordinal));
}
