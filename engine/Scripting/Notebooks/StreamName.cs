namespace Workbench.Scripting.Notebooks;

/// <summary>Which of a cell's two streams a text belongs to.</summary>
public enum StreamName
{
    /// <summary>Results: what <c>Console.Out</c> was given.</summary>
    Out,

    /// <summary>Trouble: what <c>Console.Error</c> was given.</summary>
    Error,
}
