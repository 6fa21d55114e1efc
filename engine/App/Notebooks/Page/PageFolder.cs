using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// The folder that is served: its notebooks, and nothing else of the disk. A path that a page names is taken apart before the disk is asked; what
/// begins with a dot, climbs, or goes through a link does not exist here.
/// </summary>
sealed class PageFolder(string root)
{
    const int MostListed = 1_000;

    static readonly string[] Extensions = [".ipynb", ".dib"];

    static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        MaxRecursionDepth = 8,
    };

    /// <summary>Its absolute path.</summary>
    public string Root { get; } = Path.TrimEndingDirectorySeparator(Path.GetFullPath(root));

    /// <summary>The notebooks in it, as a page names them, in the order of their names.</summary>
    public IReadOnlyList<string> List() =>
    [
        .. new DirectoryInfo(Root).EnumerateFiles("*", Everything)
            .Select(file => Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'))
            .Where(IsName).Take(MostListed).Order(StringComparer.OrdinalIgnoreCase),
    ];

    /// <summary>The absolute path of a notebook that is there.</summary>
    /// <exception cref="WorkbenchException">It is no notebook of this folder.</exception>
    public string Find(string name) => PathOf(name) is var path && File.Exists(path) ? path : throw PageErrors.NotServed(name);

    /// <summary>The absolute path that a notebook of this name has or would have.</summary>
    /// <exception cref="WorkbenchException">No notebook of this folder can have that name.</exception>
    public string PathOf(string name)
    {
        if (!IsName(name) || GoesThroughLink(name))
        {
            throw PageErrors.NotServed(name);
        }

        return Path.Combine(Root, name.Replace('/', Path.DirectorySeparatorChar));
    }

    static bool IsName(string name) =>
        name.Length is > 0 and < 512
        && Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)
        && !name.Any(letter => char.IsControl(letter) || letter is '\\' or ':')
        && name.Split('/').All(part => part.Length > 0 && part[0] != '.');

    // Wherever a link leads, it leads out of what the user said may be served.
    bool GoesThroughLink(string name)
    {
        var path = Root;
        foreach (var part in name.Split('/'))
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path) is { LinkTarget: not null } || new DirectoryInfo(path) is { LinkTarget: not null })
            {
                return true;
            }
        }

        return false;
    }
}
