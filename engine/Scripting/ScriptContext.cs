using System.Reflection;
using System.Runtime.Loader;

namespace Workbench.Scripting;

/// <summary>Where one script's code lives until nobody uses it any more. What it does not bring along itself is the engine's own.</summary>
sealed class ScriptContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    readonly Dictionary<string, Func<Assembly>> libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads a compiled script together with what it refers to. Whoever lets go of the context unloads it, and libraries come in at first use.</summary>
    /// <remarks>The context must not hold the assembly itself: the runtime keeps a context alive for its assemblies, and neither would ever go.</remarks>
    public static (ScriptContext Context, Assembly Script) Load(string name, CompiledScript script, ScriptSource source, NuGetPackages packages)
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

        return (context, context.LoadFromStream(new MemoryStream(script.Assembly), new MemoryStream(script.Symbols)));
    }

    protected override Assembly? Load(AssemblyName assemblyName) =>
        libraries.TryGetValue(assemblyName.Name ?? "", out var load) ? load() : null;
}
