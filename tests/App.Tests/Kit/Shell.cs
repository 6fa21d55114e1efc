using System.Diagnostics;

namespace Workbench.App.Tests.Kit;

/// <summary>Calls the program as its users do: a process of its own, at home in a temporary project folder.</summary>
sealed class Shell : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    // The program that was built with these tests: tests/App.Tests/bin/Release/net10.0 names the configuration.
    static readonly string AsBuilt = Repository.Path($"engine/App/bin/{new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name}/net10.0/Workbench.App.dll");

    // The same as it ships, precompiled, where ./run.sh names it: it starts in half the time.
    static readonly string AsShipped = Environment.GetEnvironmentVariable("WORKBENCH_TEST_PROGRAM") is { Length: > 0 } named ? named : AsBuilt;

    readonly TempFolder folder = new();

    /// <summary>A shell with its own lake and runs, and the compiled scripts of another one.</summary>
    public Shell(Shell? cache = null)
    {
        Directory.CreateDirectory(Path("home"));
        if (cache is not null)
        {
            Directory.CreateSymbolicLink(Path("home/.build"), cache.Path("home/.build"));
        }
        else
        {
            Directory.CreateDirectory(Path("home/.build"));
        }
    }

    /// <summary>Where the runs are kept.</summary>
    public string Runs => Path("home/data/runs");

    /// <summary>Where sessions are kept.</summary>
    public string Journals => Path("home/data/journals");

    /// <summary>The default lake.</summary>
    public string Lake => Path("home/data/lake");

    /// <summary>A path in the shell's folder.</summary>
    public string Path(string relative) => folder.File(relative);

    /// <summary>Writes a file into the shell's folder.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    /// <summary>Calls the program and waits for its answer.</summary>
    public Answer Run(params string[] words) => Start([], words).Wait(Patience);

    /// <summary>Calls the program under some environment variables.</summary>
    public Answer RunUnder(IEnumerable<KeyValuePair<string, string>> environment, params string[] words) => Start(environment, words).Wait(Patience);

    /// <summary>Starts the program, for tests that do something to it while it works.</summary>
    public Running Start(params string[] words) => Start([], words);

    /// <summary>Starts the program under some environment variables.</summary>
    public Running StartUnder(IEnumerable<KeyValuePair<string, string>> environment, params string[] words) => Start(environment, words);

    /// <summary>Names and content of all files below the lake or the runs: what a refused call must leave as it was.</summary>
    public static string Snapshot(string below) => !Directory.Exists(below)
        ? ""
        : string.Join('\n', Directory.EnumerateFileSystemEntries(below, "*", SearchOption.AllDirectories)
            .Where(path => File.Exists(path) && System.IO.Path.GetFileName(path) != ".lock")
            .Order(StringComparer.Ordinal)
            .Select(path => path + " " + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))));

    /// <summary>The program's call, for whoever starts it himself.</summary>
    public ProcessStartInfo Command(IEnumerable<KeyValuePair<string, string>> environment, params string[] words)
    {
        // Whoever sets up the runtime means the code that it compiles itself.
        var under = environment.ToList();
        var program = under.Exists(pair => pair.Key.StartsWith("DOTNET_", StringComparison.Ordinal)) ? AsBuilt : AsShipped;
        var start = new ProcessStartInfo("dotnet", [program, .. words])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test runner was started with must not leak into the program, nor keys of simulated sources that tests in this process use.
        foreach (var name in start.Environment.Keys.Where(name => (name.StartsWith("DOTNET_", StringComparison.Ordinal) && name != "DOTNET_ROOT") || name.EndsWith("_DEFAULT_KEY", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // Where it is not precompiled, a quick first compilation halves its time.
        start.Environment["DOTNET_TC_QuickJit"] = "1";
        start.Environment["DOTNET_TC_QuickJitForLoops"] = "1";
        // Each page of code mapped twice, once to write and once to run, is a tenth of a start.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        start.Environment["WORKBENCH_ROOT"] = Path("home");
        foreach (var (name, value) in under)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    public void Dispose() => folder.Dispose();

    Running Start(IEnumerable<KeyValuePair<string, string>> environment, string[] words) => new(Command(environment, words));
}
