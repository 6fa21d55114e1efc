using System.Diagnostics;
using System.Globalization;

namespace Workbench.Scripting.Tests;

/// <summary>Loads a script in a process of its own and says how: <c>cached compiler milliseconds</c>.</summary>
static class ColdStart
{
    public static int Main(string[] args)
    {
        if (args is ["worker", ..] or ["door", ..])
        {
            return Notebooks.Workers.WorkerKit.Begin(args);
        }

        var stopwatch = Stopwatch.StartNew();
        using var script = new ScriptHost(args[1]).Load(args[0]);
        script.Create();
        var took = stopwatch.Elapsed.TotalMilliseconds;
        var compiler = AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{script.FromCache} {compiler} {took:F0}"));
        return 0;
    }

    /// <summary>Starts such a process and gives back its words.</summary>
    public static string[] Run(string script, string cache)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ColdStart).Assembly.Location, script, cache]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return said.Trim().Split(' ');
    }
}
