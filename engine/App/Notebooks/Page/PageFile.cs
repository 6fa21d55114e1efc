using System.Security.Cryptography;
using Workbench.Scripting.Notebooks;

namespace Workbench.App;

/// <summary>A notebook's file, and which state of it the page began from: what another program wrote meanwhile is not overwritten unasked.</summary>
sealed class PageFile
{
    // All that the file said of a cell comes back with it, also when its deletion was saved and then undone.
    readonly Dictionary<string, NotebookCell> known = [];

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">Its absolute path.</param>
    public PageFile(string path)
    {
        Path = path;
        Notebook = Read();
    }

    public string Path { get; }

    /// <summary>The notebook as it was read or written last.</summary>
    public Notebook Notebook { get; private set; }

    /// <summary>What the file's bytes were then.</summary>
    public string Version { get; private set; } = "";

    /// <summary>A notebook with one empty cell, in a file that was not there.</summary>
    public static void Create(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        if (File.Exists(path))
        {
            throw PageErrors.NameTaken(System.IO.Path.GetFileName(path));
        }

        NotebookFile.Write(path, new Notebook([new NotebookCell(CellKind.Code, "")]) { Metadata = NotebookHeader.New() });
    }

    /// <summary>Reads it again.</summary>
    public void Reload() => Notebook = Read();

    /// <summary>The page's cell with all that the file said of it.</summary>
    public NotebookCell Merge(PageCell cell, ShownCell? shown)
    {
        var old = known.GetValueOrDefault(cell.Id) ?? new NotebookCell(cell.Kind, "") { Id = cell.Id };
        return cell.Kind == CellKind.Code
            ? old with { Kind = cell.Kind, Source = cell.Source, Language = cell.Language, Outputs = shown?.Outputs() ?? [], ExecutionCount = shown?.Count }
            : old with { Kind = cell.Kind, Source = cell.Source, Outputs = [], ExecutionCount = null };
    }

    /// <summary>Writes the cells, whole or not at all.</summary>
    /// <param name="cells">All of them.</param>
    /// <param name="version">State of the file that they were made from; null to replace any.</param>
    /// <returns>The new state.</returns>
    /// <exception cref="Workbench.Model.WorkbenchException">WB1203: the file is in another state.</exception>
    public string Save(IReadOnlyList<NotebookCell> cells, string? version)
    {
        if (version is not null && File.Exists(Path) && version != VersionOnDisk())
        {
            throw PageErrors.ChangedOnDisk(System.IO.Path.GetFileName(Path));
        }

        Notebook = Notebook with { Cells = cells };
        NotebookFile.Write(Path, Notebook);
        Remember();
        return Version = VersionOnDisk();
    }

    Notebook Read()
    {
        Version = VersionOnDisk();
        Notebook = NotebookFile.Read(Path);
        Remember();
        return Notebook;
    }

    void Remember()
    {
        foreach (var cell in Notebook.Cells)
        {
            known[cell.Id] = cell;
        }
    }

    string VersionOnDisk() => File.Exists(Path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path))) : "";
}
