namespace Workbench.Scripting;

/// <summary>
/// The namespaces every script sees without a <c>using</c>: one list for files, notebook cells, backtest and live, so that
/// the same text means the same everywhere. A change to it changes every cache key.
/// </summary>
public static class ScriptImports
{
    /// <summary>
    /// The imports, in order. The last one is a type: it lets a script write <c>Invariant($"{price}")</c>, text that reads
    /// the same under every culture.
    /// </summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "System",
        "System.Collections.Generic",
        "System.Globalization",
        "System.Linq",
        "Workbench.Model",
        "Workbench.Core",
        "System.FormattableString",
    ];
}
