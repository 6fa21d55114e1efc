using System.Globalization;

namespace Workbench.Scripting.Notebooks;

/// <summary>A text of a file that <c>#!import</c> names.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Code">The text.</param>
/// <param name="Language">Its language.</param>
sealed record ImportedText(string Name, string Code, string Language)
{
    /// <summary>All that is to be run of a file.</summary>
    /// <param name="path">The file, which exists.</param>
    /// <param name="line">The line of the cell that names it.</param>
    public static IEnumerable<ImportedText> Of(string path, int line) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".csx" or ".cs" => [new ImportedText(path, File.ReadAllText(path), "csharp")],
        ".ipynb" or ".dib" => NotebookFile.Read(path).Cells.Where(cell => cell.Kind == CellKind.Code)
            .Select((cell, at) => new ImportedText(string.Create(CultureInfo.InvariantCulture, $"{path}, code cell {at + 1}"), cell.Source, cell.Language)),
        _ => throw new CellRefusal(line, NotebookErrors.NotImportable(path)),
    };
}
