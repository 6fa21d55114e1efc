using System.Reflection;
using System.Runtime.Loader;

namespace Workbench.Scripting.Notebooks;

/// <summary>Where one cell's code lives, until nothing of it is in use: an expression's at once, a declaration's when the session forgets it.</summary>
/// <param name="name">Name of the cell's assembly.</param>
/// <param name="previous">The session that it was compiled against.</param>
/// <param name="libraries">What the session's <c>#r</c> brought.</param>
sealed class CellAssemblies(string name, Submission? previous, ScriptContext libraries) : AssemblyLoadContext(name, isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        for (var at = previous; at is not null; at = at.Previous)
        {
            if (at.Compilation.AssemblyName == assemblyName.Name)
            {
                return at.Assembly;
            }
        }

        return libraries.Find(assemblyName);
    }
}
