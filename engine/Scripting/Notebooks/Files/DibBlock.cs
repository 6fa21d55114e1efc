namespace Workbench.Scripting.Notebooks;

/// <summary>One cell of a .dib as it stands in the file: the three parts, put together, are its text.</summary>
/// <param name="Word">What its magic says, such as <c>csharp</c> or <c>c#</c>; null for text before the first magic.</param>
/// <param name="Head">The magic's line, and the blank lines behind it.</param>
/// <param name="Body">From the first line that is not blank to the end of the last one, without its line end.</param>
/// <param name="Tail">That line end, and the blank lines before the next cell.</param>
readonly record struct DibBlock(string? Word, string Head, string Body, string Tail)
{
    /// <summary>The head that is written where nothing asks for another.</summary>
    public static string HeadOf(string word) => $"#!{word}\n\n";

    /// <summary>The tail that is written where nothing asks for another: one blank line between cells, none at the end.</summary>
    public static string TailOf(string body, bool isLast) => body.Length == 0 ? "" : isLast ? "\n" : "\n\n";
}
