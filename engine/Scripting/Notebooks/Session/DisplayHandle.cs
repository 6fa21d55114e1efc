namespace Workbench.Scripting.Notebooks;

/// <summary>Something that a cell has shown and can replace, also after its end and from other cells.</summary>
public sealed class DisplayHandle
{
    readonly CellContext cell;

    internal DisplayHandle(CellContext cell, object? value)
    {
        this.cell = cell;
        cell.Output.Display(cell.Format(value), Id);
    }

    /// <summary>The name that it is known under to whoever draws it.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Shows another value in its place.</summary>
    /// <param name="value">What to show.</param>
    public void Update(object? value) => cell.Output.Update(Id, cell.Format(value));
}
