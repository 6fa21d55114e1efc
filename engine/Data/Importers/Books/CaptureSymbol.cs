namespace Workbench.Data.Importers.Books;

/// <summary>The venue's symbol that a recording is of.</summary>
sealed class CaptureSymbol
{
    string known = "";

    /// <summary>Takes the symbol of a message; an empty one says nothing.</summary>
    /// <exception cref="WorkbenchException">It is another one than before.</exception>
    public void Check(string path, string symbol)
    {
        if (symbol.Length > 0 && symbol != known)
        {
            known = known.Length == 0 ? symbol : throw ImportErrors.SeveralInstruments(path, [known, symbol]);
        }
    }
}
