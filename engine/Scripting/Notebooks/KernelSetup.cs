using System.Reflection;

namespace Workbench.Scripting.Notebooks;

/// <summary>
/// What the program adds to a kernel: the libraries that cells see beside what every script sees, and how its own types look when shown. The room of
/// scripts knows neither charts nor lakes; the program brings them.
/// </summary>
public sealed record KernelSetup
{
    /// <summary>Assemblies that cells may use without <c>#r</c>, beside the framework, Model and Core.</summary>
    public IReadOnlyList<Assembly> References { get; init; } = [];

    /// <summary>Namespaces, or types for their static members, that cells see without <c>using</c>, behind those of <see cref="ScriptImports.All"/>.</summary>
    public IReadOnlyList<string> Imports { get; init; } = [];

    /// <summary>How values look: asked in order before the kernel's own ways; null for "not mine".</summary>
    public IReadOnlyList<Func<object, MimeBundle?>> Formats { get; init; } = [];

    /// <summary>
    /// Whether the run of that id is of a class that the session's cells declare otherwise by now, given their declarations by name. Asked after each
    /// cell of whatever shows a run; what turned stale is shown anew with a mark. Default: nothing ever does.
    /// </summary>
    public Func<string, IReadOnlyDictionary<string, CellSource>, bool> IsStale { get; init; } = static (_, _) => false;

    /// <summary>Where restored packages are kept.</summary>
    public required string CacheFolder { get; init; }

    /// <summary>Most characters that one cell may print, before the rest is counted instead of shown. Default 1,000,000.</summary>
    public int MostOutput { get; init; } = 1_000_000;
}
