using System.Collections.Concurrent;
using Workbench.App.Cells;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>Which cells' texts the runs of this kernel are of, so that what shows a run can be marked when its text is no longer the cell's.</summary>
static class RunTexts
{
    static readonly ConcurrentDictionary<string, ScriptText> Texts = new(StringComparer.Ordinal);

    /// <summary>Notes what a run was of.</summary>
    public static void Note(string runId, ScriptText text) => Texts[runId] = text;

    /// <summary>Whether the run is of a class that a cell declares otherwise by now.</summary>
    public static bool IsStale(string runId, IReadOnlyDictionary<string, CellSource> declared) =>
        Texts.TryGetValue(runId, out var text) && text is { Source: { } then, Class: { } name } && declared.TryGetValue(name, out var now) && now.Code != then.Code;
}
