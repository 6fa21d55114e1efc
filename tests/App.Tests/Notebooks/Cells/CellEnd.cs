using Workbench.Scripting.Notebooks;

namespace Workbench.App.Tests.Notebooks.Cells;

/// <summary>What a cell came to.</summary>
/// <param name="Result">How it ended.</param>
/// <param name="Shown">What it showed, in order, its value last.</param>
/// <param name="Out">What it printed.</param>
/// <param name="Error">What it said on stderr.</param>
sealed record CellEnd(CellResult Result, IReadOnlyList<ShownThing> Shown, string Out, string Error)
{
    /// <summary>All that was said of it, for a person who looks for the cause.</summary>
    public string Story => string.Join('\n', [Result.Status, Result.Error?.Message, .. Result.Error?.Trace ?? [], Out, Error, .. Shown.Select(thing => thing.Plain)]);

    /// <summary>It must have run to its end.</summary>
    public CellEnd Good() => Result.Status == CellStatus.Ok ? this : throw new InvalidOperationException(Story);
}
