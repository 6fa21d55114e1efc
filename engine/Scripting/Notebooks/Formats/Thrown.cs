namespace Workbench.Scripting.Notebooks;

/// <summary>Stands where a value would, because asking for it threw.</summary>
/// <param name="Error">What was thrown.</param>
sealed record Thrown(Exception Error)
{
    /// <summary>The answer, or what it threw: code of a cell is asked here, and all that it can do is shown in place.</summary>
    public static object? Or(Func<object?> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception error)
        {
            return new Thrown(error);
        }
    }

    public string Title => TypeName.Of(Error.GetType()) + ": " + Text();

    // An exception's own words are code of the cell, too.
    string Text() => Or(() => Error.Message) as string ?? "";
}
