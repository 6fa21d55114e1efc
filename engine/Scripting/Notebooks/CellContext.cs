namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The running cell, as the library that is called from it sees it: where output goes, whether it shall stop, and which text declared which class.
/// It flows with <c>await</c>.
/// </summary>
public sealed class CellContext
{
    static readonly AsyncLocal<CellContext?> Running = new();

    /// <summary>The cell that runs.</summary>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static CellContext Current => Running.Value ?? throw new InvalidOperationException("No cell is running here.");

    /// <summary>The cell that runs, or null outside of one.</summary>
    public static CellContext? CurrentOrNone => Running.Value;

    /// <summary>The cell's id; where it has none, its text, so that running it again is running the same cell.</summary>
    public required string Key { get; init; }

    /// <summary>Where output goes.</summary>
    public required ICellOutput Output { get; init; }

    /// <summary>Set when the cell is told to stop.</summary>
    public required CancellationToken Interrupt { get; init; }

    /// <summary>The notebook's path; null where the caller named none.</summary>
    public string? Notebook { get; init; }

    /// <summary>Where a class of the session came from; null for one that no cell declared.</summary>
    public required Func<Type, CellSource?> SourceOf { get; init; }

    /// <summary>Turns a value into what would be shown of it.</summary>
    public required Func<object?, MimeBundle> Format { get; init; }

    /// <summary>The session's declarations by name, with the cell that made each: what an exported script must not lean on.</summary>
    public required Func<IReadOnlyDictionary<string, CellSource>> Declarations { get; init; }

    /// <summary>Makes it the running cell of this call and all that it awaits.</summary>
    internal static void Enter(CellContext? cell) => Running.Value = cell;
}
