namespace Workbench.Scripting.Notebooks;

/// <summary>
/// The script that a strategy's cell is. This is the only place that says so: the notebook runs this text, <c>notebook export</c> writes it, and so a
/// run in a cell, on the command line and after promotion have one hash.
/// </summary>
public static class StrategyText
{
    /// <summary>
    /// The script of a cell: lines that speak to the kernel (<c>#!strategy</c>, <c>#!time</c>) become empty, blank lines at the start and the end go,
    /// and one line feed ends the text. Line ends become line feeds, as the session makes them. All else stays to the letter, <c>#r</c> and
    /// <c>#load</c> too, and so do the distances between lines. What comes out goes in again unchanged, and what the session kept of a cell without
    /// its magics gives the same as the cell itself.
    /// </summary>
    /// <param name="cell">The cell's text.</param>
    /// <returns>The script; empty for a cell without any.</returns>
    public static string Of(string cell)
    {
        var lines = cell.ReplaceLineEndings("\n").Split('\n').Select(line => CellMagic.IsOne(line) ? "" : line);
        var body = DibText.Trim(string.Join('\n', lines)).Body;
        return body.Length == 0 ? "" : body + "\n";
    }
}
