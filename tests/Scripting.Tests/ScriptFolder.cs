using Workbench.Scripting;

namespace Workbench.Scripting.Tests;

/// <summary>A fresh folder with scripts and a cache beside them.</summary>
public sealed class ScriptFolder : IDisposable
{
    readonly TempFolder folder = new();

    public string Cache => folder.File("cache");

    public ScriptHost Host => new(Cache);

    /// <summary>The one file of compiled code in the cache.</summary>
    public string Entry => Assert.Single(Directory.GetFiles(Cache, "*.wbs"));

    public string Path(string name) => folder.File(name);

    public string Write(string name, string text)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public StrategyScript Load(string text, string name = "script.csx") => Host.Load(Write(name, text));

    /// <summary>What refuses the text when it is loaded.</summary>
    public WorkbenchException Refusal(string text, string name = "script.csx") => Assert.Throws<WorkbenchException>(() => Load(text, name).Dispose());

    public void Dispose() => folder.Dispose();
}
