namespace Workbench.Research;

/// <summary>What an axis counts.</summary>
enum AxisKind
{
    /// <summary>Plain numbers.</summary>
    Number,

    /// <summary>Instants, UTC.</summary>
    Time,

    /// <summary>Names, in the order in which they come.</summary>
    Name,
}
