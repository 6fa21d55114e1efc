namespace Workbench.Scripting.Notebooks;

/// <summary>What will be seen of a value, before it is HTML or plain text: a <see cref="Word"/>, a <see cref="Sheet"/> or a <see cref="Trouble"/>.</summary>
abstract record Shown;

/// <summary>Text in a line, or a few.</summary>
/// <param name="Text">The text, short enough already.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Statistic">The number that the text is rounded from, for a column that shows more of it; null for all else.</param>
sealed record Word(string Text, WordKind Kind = WordKind.Text, double? Statistic = null) : Shown;

/// <summary>An exception.</summary>
/// <param name="Title">Its type and message.</param>
/// <param name="Trace">Where it came from; may be empty.</param>
sealed record Trouble(string Title, string Trace) : Shown;

/// <summary>Rows of cells, each behind its name: an index, a key, a property.</summary>
/// <param name="Header">Names of the columns; empty where they have none.</param>
/// <param name="Rows">The rows.</param>
/// <param name="Note">What stands below: how many there are, or of which type it is.</param>
sealed record Sheet(IReadOnlyList<string> Header, IReadOnlyList<SheetRow> Rows, string Note) : Shown;

/// <summary>A row.</summary>
/// <param name="Name">What stands before the cells.</param>
/// <param name="Cells">The cells; none where the name speaks for the whole row.</param>
sealed record SheetRow(Word Name, IReadOnlyList<Shown> Cells);
