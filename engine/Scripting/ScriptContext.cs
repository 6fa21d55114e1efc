using System.Reflection;
using System.Runtime.Loader;

namespace Workbench.Scripting;

/// <summary>Where one script's code lives until nobody uses it any more. What it does not bring along itself is the engine's own.</summary>
sealed class ScriptContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    readonly Dictionary<string, Func<Assembly>> libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The script itself.</summary>
    public Assembly Script { get; private set; } = null!;

    /// <summary>Loads a compiled script together with what it refers to. Whoever lets go of the context unloads it, and libraries come in at first use.</summary>
    public static ScriptContext Load(string name, CompiledScript script, ScriptSource source, NuGetPackages packages)
    {
        var context = new ScriptContext(name);
        foreach (var library in source.Libraries.Values)
        {
            context.libraries.TryAdd(Path.GetFileNameWithoutExtension(library.Name), () => context.LoadFromStream(new MemoryStream(library.Bytes)));
        }

        foreach (var path in source.Packages.SelectMany(packages.Libraries))
        {
            context.libraries.TryAdd(Path.GetFileNameWithoutExtension(path), () => context.LoadFromAssemblyPath(path));
        }

        context.Script = context.LoadFromStream(new MemoryStream(script.Assembly), new MemoryStream(script.Symbols));
        return context;
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        libraries.TryGetValue(assemblyName.Name ?? "", out var load) ? load() : null;
}
