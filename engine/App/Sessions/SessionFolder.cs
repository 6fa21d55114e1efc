using Workbench.Model;

namespace Workbench.App;

/// <summary>Where a session is kept: its journal, and how to speak to it while it runs.</summary>
sealed class SessionFolder(string path)
{
    /// <summary>The folder.</summary>
    public string Path => path;

    /// <summary>The session's name.</summary>
    public string Id => System.IO.Path.GetFileName(path);

    /// <summary>Folder of the journal's segments.</summary>
    public string Journal => System.IO.Path.Combine(path, "journal");

    /// <summary>Socket on which a running session listens.</summary>
    public string Socket => System.IO.Path.Combine(path, "control.sock");

    /// <summary>What one has to know to speak to it; readable by its owner alone.</summary>
    public string Token => System.IO.Path.Combine(path, "token");

    /// <summary>What it earned, hour by hour; there once it has ended.</summary>
    public string Performance => System.IO.Path.Combine(path, "performance.json");

    /// <summary>A file that, once it is there, kills the session.</summary>
    public string KillFile => System.IO.Path.Combine(path, "KILL");

    /// <summary>Marks a session that was ended in order.</summary>
    public string EndedMark => System.IO.Path.Combine(path, "ended");

    /// <summary>Whether it was ended in order; one that was not can go on.</summary>
    public bool IsEnded => File.Exists(EndedMark);

    /// <summary>All sessions, the newest first.</summary>
    public static IReadOnlyList<SessionFolder> All(Workspace workspace) => !Directory.Exists(workspace.Sessions) ? [] :
        [.. Directory.GetDirectories(workspace.Sessions).Where(folder => Directory.Exists(System.IO.Path.Combine(folder, "journal")))
            .OrderByDescending(System.IO.Path.GetFileName, StringComparer.Ordinal).Select(folder => new SessionFolder(folder))];

    /// <summary>Removes the oldest sessions that have ended until all together take no more than so much. What did not end is never removed.</summary>
    /// <returns>Names of those that are gone.</returns>
    public static IReadOnlyList<string> Retain(Workspace workspace, long mostBytes)
    {
        var gone = new List<string>();
        var kept = All(workspace).Select(static session => (Session: session, Bytes: session.Bytes)).ToList();
        var total = kept.Sum(static each => each.Bytes);
        foreach (var (session, bytes) in Enumerable.Reverse(kept))
        {
            if (total <= mostBytes)
            {
                break;
            }

            if (session.IsEnded)
            {
                Directory.Delete(session.Path, recursive: true);
                gone.Add(session.Id);
                total -= bytes;
            }
        }

        return gone;
    }

    long Bytes => new DirectoryInfo(path).EnumerateFiles("*", SearchOption.AllDirectories).Sum(static file => file.Length);

    /// <summary>The session whose name begins so; the newest for <c>latest</c>; a folder by its path.</summary>
    /// <exception cref="WorkbenchException">There is none, or several.</exception>
    public static SessionFolder Find(Workspace workspace, string name)
    {
        if (Directory.Exists(System.IO.Path.Combine(name, "journal")))
        {
            return new SessionFolder(System.IO.Path.GetFullPath(name));
        }

        var all = All(workspace);
        var found = name == "latest" ? all.Take(1).ToList() : [.. all.Where(session => session.Id.StartsWith(name, StringComparison.Ordinal))];
        return found.Count == 1 ? found[0]
            : found.Count == 0 ? throw SessionErrors.NoSession(name)
            : throw SessionErrors.Ambiguous(name, found.Count);
    }
}
