namespace Workbench.Research;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsText">Whether it stands to the left, as words do; numbers stand to the right.</param>
public sealed record TableColumn(string Name, bool IsText = false);
