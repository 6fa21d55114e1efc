using System.Diagnostics;
using System.Text.Json;

namespace Workbench.App;

/// <summary>This program in a process of its own, timed from outside: what a user waits for.</summary>
static class BenchProcess
{
    /// <summary>Runs one step to its end.</summary>
    /// <param name="home">Folder that stands in for the project's: runs and compiled scripts stay out of the user's.</param>
    /// <param name="words">What to call the program with.</param>
    public static Measure Run(string home, params IReadOnlyList<string> words)
    {
        var start = new ProcessStartInfo(Host(), [typeof(BenchProcess).Assembly.Location, .. words])
        {
            RedirectStandardOutput = true,
            Environment = { ["WORKBENCH_ROOT"] = home },
        };
        var stopwatch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wall = stopwatch.Elapsed;
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize(said, BenchJson.Default.Measure)! with { WallSeconds = wall.TotalSeconds }
            : throw CliErrors.BenchFailed(string.Join(' ', words), process.ExitCode);
    }

    static string Host() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";
}
