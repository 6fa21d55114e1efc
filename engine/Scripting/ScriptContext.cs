using System.Reflection;
using System.Runtime.Loader;

namespace Workbench.Scripting;

/// <summary>Where one script's code lives until nobody uses it any more. What it does not bring along itself is the engine's own.</summary>
sealed class ScriptContext(string name, IReadOnlyDictionary<string, string> libraries) : AssemblyLoadContext(name, isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName) =>
        libraries.TryGetValue(assemblyName.Name ?? "", out var path) ? LoadFromAssemblyPath(path) : null;
}
