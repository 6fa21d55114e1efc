namespace Workbench.Scripting.Notebooks;

/// <summary>What a cell of a notebook is.</summary>
public enum CellKind
{
    /// <summary>Text that is run.</summary>
    Code,

    /// <summary>Text that is read.</summary>
    Markdown,

    /// <summary>Text that nobody touches.</summary>
    Raw,
}
