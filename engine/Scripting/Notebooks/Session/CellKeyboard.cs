namespace Workbench.Scripting.Notebooks;

/// <summary>Takes the place of the console's input: a cell that reads from it is told that nobody will answer.</summary>
sealed class CellKeyboard(TextReader outside) : TextReader
{
    public override int Peek() => Outside().Peek();

    public override int Read() => Outside().Read();

    public override string? ReadLine() => Outside().ReadLine();

    public override string ReadToEnd() => Outside().ReadToEnd();

    TextReader Outside() => CellContext.CurrentOrNone is null ? outside : throw NotebookErrors.NoKeyboard();
}
