namespace Workbench.Model;

/// <summary>A column of a tape.</summary>
/// <param name="Name">Its name in files and tables, such as <c>bid_size</c>.</param>
/// <param name="Unit">What its integers count.</param>
public readonly record struct TapeColumn(string Name, ColumnUnit Unit);
