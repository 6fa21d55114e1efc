using Workbench.Platform.Postgres;
using Workbench.Scripting.Notebooks;

namespace Workbench.App.Cells;

/// <summary>Where a path of a cell leads: from the notebook's folder if something is there, else from the project's, as on the command line.</summary>
static class Place
{
    public static string Of(Workspace workspace, string path)
    {
        if (PostgresAddress.Is(path))
        {
            return path;
        }

        var here = Path.GetFullPath(path, Folder());
        return Path.Exists(here) ? here : Path.GetFullPath(path, workspace.Root);
    }

    /// <summary>The notebook's folder; where it has none, the working one.</summary>
    static string Folder() =>
        CellContext.CurrentOrNone?.Notebook is { } notebook ? Path.GetDirectoryName(Path.GetFullPath(notebook))! : Environment.CurrentDirectory;
}
