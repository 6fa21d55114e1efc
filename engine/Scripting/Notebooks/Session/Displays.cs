namespace Workbench.Scripting.Notebooks;

/// <summary>Lets a cell write <c>x.Display()</c>.</summary>
public static class Displays
{
    /// <summary>Shows a value now, in the place that the cell has come to.</summary>
    /// <param name="value">What to show.</param>
    /// <returns>What can replace it later.</returns>
    /// <exception cref="InvalidOperationException">Called outside of a cell.</exception>
    public static DisplayHandle Display<T>(this T value) => Cell.Display(value);
}
