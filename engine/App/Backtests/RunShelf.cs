using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>The runs that are kept, found by name, by the beginning of one, by folder, or as <c>last</c>.</summary>
sealed class RunShelf(Workspace workspace)
{
    /// <summary>The newest runs, newest first. A folder that holds no whole run is passed over, and so is one that cannot be read.</summary>
    /// <param name="most">Most folders to look at.</param>
    /// <param name="unreadable">Told of those that cannot be read.</param>
    public IEnumerable<RunDocument> Newest(int most, Action<WorkbenchException> unreadable) => Folders().Take(most).Select(folder => Read(folder, unreadable)).OfType<RunDocument>();

    /// <summary>The folder of a run.</summary>
    /// <exception cref="WorkbenchException">There is none of that name, or several.</exception>
    public string Find(string name)
    {
        if (File.Exists(Path.Combine(name, RunFolder.ResultFile)))
        {
            return name;
        }

        List<string> folders = name == "last" ? [.. Folders().Take(1)] : [.. Folders().Where(folder => Path.GetFileName(folder).StartsWith(name, StringComparison.Ordinal))];
        var exact = folders.Find(folder => Path.GetFileName(folder) == name);
        return (exact, folders.Count) switch
        {
            ({ } folder, _) => folder,
            (null, 1) => folders[0],
            (null, 0) => throw CliErrors.NotFound("A run", name, "./run.sh runs"),
            _ => throw CliErrors.AmbiguousRun(name, folders.Count),
        };
    }

    static RunDocument? Read(string folder, Action<WorkbenchException> unreadable)
    {
        try
        {
            return RunFolder.LoadDocument(folder);
        }
        catch (WorkbenchException error)
        {
            unreadable(error);
            return null;
        }
    }

    IEnumerable<string> Folders() => !Directory.Exists(workspace.Runs)
        ? []
        : Directory.GetDirectories(workspace.Runs)
            .Where(folder => !folder.EndsWith(RunWriter.Unfinished, StringComparison.Ordinal) && File.Exists(Path.Combine(folder, RunFolder.ResultFile)))
            .OrderByDescending(Path.GetFileName, StringComparer.Ordinal);
}
