namespace Workbench.Scripting.Notebooks;

/// <summary>The kernel cannot do what a line of a cell asks of it.</summary>
/// <param name="line">The line, from 1.</param>
/// <param name="why">What is wrong.</param>
sealed class CellRefusal(int line, WorkbenchException why) : Exception(why.Message, why)
{
    public int Line => line;

    public WorkbenchException Why => why;
}
