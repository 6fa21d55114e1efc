namespace Workbench.Research.Evolution;

/// <summary>What ends a position besides its protection.</summary>
public enum ExitKind
{
    /// <summary>The opposite signal, which turns it; where there is one side only, that its signal is gone.</summary>
    Opposite,

    /// <summary>A number of bars.</summary>
    Time,

    /// <summary>A condition of its own.</summary>
    Condition,
}
