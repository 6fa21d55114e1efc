namespace Workbench.Core;

/// <summary>How the price is taken to have moved within a stored bar, of which only four prices are known.</summary>
public enum IntrabarPath : byte
{
    /// <summary>No path: whatever hurts comes first. Stops are matched before targets, and a trailing stop meets the adverse extreme before it may follow the other one. The default.</summary>
    Worst = 0,

    /// <summary>Open, the extreme nearer to the open, the other one, close; a tie goes low first.</summary>
    Nearest = 1,

    /// <summary>Open, high, low, close.</summary>
    HighFirst = 2,

    /// <summary>Open, low, high, close.</summary>
    LowFirst = 3,
}
