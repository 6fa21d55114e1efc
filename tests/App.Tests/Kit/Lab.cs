namespace Workbench.App.Tests.Kit;

/// <summary>What the tests of the program share: one lake that is filled once, and the scripts compiled so far.</summary>
public sealed class Lab : IDisposable
{
    const string Seed = "7";

    readonly Dictionary<string, string> known = [];
    readonly List<Shell> kept = [];
    readonly Lazy<string> gbpJpy;
    readonly Lazy<string> eurUsd;

    public Lab()
    {
        Shell = new Shell();
        Shell.Run("data", "generate", "EURUSD", "--ticks", "60000", "--seed", Seed, "--from", "2024-03-04").Good();
        gbpJpy = new Lazy<string>(() => Import("GBPJPY"));
        eurUsd = new Lazy<string>(() => Import("EURUSD"));
    }

    /// <summary>Its default lake holds 60,000 generated ticks of EURUSD; it is not to be written to.</summary>
    internal Shell Shell { get; }

    /// <summary>A lake with the real GBPJPY ticks of December 2012.</summary>
    internal string GbpJpy => gbpJpy.Value;

    /// <summary>A lake with the real EURUSD ticks of 2019-02-04.</summary>
    internal string EurUsd => eurUsd.Value;

    /// <summary>A shell with an empty lake that need not compile known scripts again.</summary>
    internal Shell Fresh() => new(Shell);

    /// <summary>A copy of the shared lake of generated ticks, to be damaged or added to.</summary>
    internal Shell FreshWithData()
    {
        var shell = Fresh();
        foreach (var file in Directory.EnumerateFiles(Shell.Lake, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(shell.Lake, Path.GetRelativePath(Shell.Lake, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return shell;
    }

    /// <summary>An answer that many tests compare with, found out by the first of them.</summary>
    internal string Once(string question, Func<string> ask) => known.TryGetValue(question, out var answer) ? answer : known[question] = ask();

    /// <summary>A shell that later tests look into, gone when all are done.</summary>
    internal Shell Kept()
    {
        var shell = Fresh();
        kept.Add(shell);
        return shell;
    }

    /// <summary>As above, with a copy of the shared lake.</summary>
    internal Shell KeptWithData()
    {
        var shell = FreshWithData();
        kept.Add(shell);
        return shell;
    }

    public void Dispose()
    {
        kept.ForEach(shell => shell.Dispose());
        Shell.Dispose();
    }

    string Import(string symbol)
    {
        var lake = Shell.Path("real-" + symbol);
        Shell.Run("data", "import", SharedData.Path("dukascopy-bi5/" + symbol), "--instrument", symbol, "--format", "dukascopy-bi5", "--lake", lake).Good();
        return lake;
    }
}
