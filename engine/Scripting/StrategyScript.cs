using System.Reflection;

namespace Workbench.Scripting;

/// <summary>A script that compiled, passed the determinism gate and is loaded. Dispose it when no strategy of it runs any more.</summary>
public sealed class StrategyScript : IDisposable
{
    // Held on to, because the runtime unloads a context that nobody refers to, and a library that is first used afterwards is lost.
    ScriptContext? context;
    ParameterSet? parameters;

    internal StrategyScript(ScriptSource source, ScriptContext context, Type type, string sha256, bool fromCache, IReadOnlyList<string> warnings)
    {
        this.context = context;
        Path = source.Path;
        Files = source.Files;
        Libraries = [.. source.Libraries.Keys, .. source.Packages.Select(package => package.ToString())];
        Sha256 = sha256;
        FromCache = fromCache;
        Warnings = warnings;
        TypeName = type.Name;
        Assembly = type.Assembly;
        parameters = Guarded(() => ParameterSet.Of(type));
    }

    /// <summary>The script's path, as the caller wrote it.</summary>
    public string Path { get; }

    /// <summary>The script and what it loads, as they were compiled.</summary>
    public IReadOnlyList<ScriptFile> Files { get; }

    /// <summary>Libraries and packages that it brings along with <c>#r</c>: code that the determinism gate has not read.</summary>
    public IReadOnlyList<string> Libraries { get; }

    /// <summary>SHA-256 of the script and all it loads, in lower-case hexadecimal; where it loads nothing, what <c>sha256sum</c> says of the file.</summary>
    public string Sha256 { get; }

    /// <summary>Name of the strategy class.</summary>
    public string TypeName { get; }

    /// <summary>Whether it came compiled from the cache.</summary>
    public bool FromCache { get; }

    /// <summary>What a person should know and nothing refused: compiler warnings, libraries the gate cannot look into, a damaged cache entry.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The strategy's settings.</summary>
    public ParameterSet Parameters => parameters ?? throw new ObjectDisposedException(Path);

    internal Assembly? Assembly { get; private set; }

    /// <summary>A fresh strategy with the defaults, changed by settings such as <c>fast=10</c>.</summary>
    /// <exception cref="WorkbenchException">WB31xx: a setting that cannot be; WB3020: the script's own constructor threw.</exception>
    public Strategy Create(params IEnumerable<string> settings) => Create(Parameters.Read(settings));

    /// <summary>A fresh strategy with values read before.</summary>
    /// <exception cref="WorkbenchException">WB3020: the script's own constructor threw.</exception>
    public Strategy Create(ParameterValues values) => Guarded(values.Create);

    /// <summary>Lets go of the script's code; memory comes back once no strategy of it is alive.</summary>
    public void Dispose()
    {
        if (parameters is null)
        {
            return;
        }

        context?.Unload();
        parameters = null;
        Assembly = null;
        context = null;
    }

    T Guarded<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is not WorkbenchException)
        {
            throw ScriptFailure.From(error, this);
        }
    }
}
