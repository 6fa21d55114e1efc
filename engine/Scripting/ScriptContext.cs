using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.Loader;

namespace Workbench.Scripting;

/// <summary>
/// Where the code of one script, or the libraries of one notebook, lives until nobody uses it any more. What it does not bring along itself
/// is the engine's own.
/// </summary>
sealed class ScriptContext(string name) : AssemblyLoadContext(name, isCollectible: true)
{
    readonly ConcurrentDictionary<string, Func<Assembly>> libraries = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Loads a compiled script together with what it refers to. Whoever lets go of the context unloads it, and libraries come in at first use.</summary>
    /// <remarks>The context must not hold the assembly itself: the runtime keeps a context alive for its assemblies, and neither would ever go.</remarks>
    public static (ScriptContext Context, Assembly Script) Load(string name, CompiledScript script, ScriptSource source, NuGetPackages packages)
    {
        var context = new ScriptContext(name);
        context.Bring(source, packages);
        return (context, context.LoadFromStream(new MemoryStream(script.Assembly), new MemoryStream(script.Symbols)));
    }

    /// <summary>Makes what a text refers to loadable. A library of the same name that came first stays: types of both would not be the same.</summary>
    public void Bring(ScriptSource source, NuGetPackages packages)
    {
        foreach (var library in source.Libraries.Values)
        {
            libraries.TryAdd(Path.GetFileNameWithoutExtension(library.Name), () => LoadFromStream(new MemoryStream(library.Bytes)));
        }

        foreach (var path in source.Packages.SelectMany(packages.Libraries))
        {
            libraries.TryAdd(Path.GetFileNameWithoutExtension(path), () => LoadFromAssemblyPath(path));
        }
    }

    /// <summary>The library, where one of that name was brought.</summary>
    public Assembly? Find(AssemblyName name) => libraries.ContainsKey(name.Name ?? "") ? LoadFromAssemblyName(name) : null;

    protected override Assembly? Load(AssemblyName assemblyName) =>
        libraries.TryGetValue(assemblyName.Name ?? "", out var load) ? load() : null;
}
