namespace Workbench.Support;

/// <summary>The pile of real data beside the project's root. It is never committed; tests that need it skip with a reason where it is absent.</summary>
public static class SharedData
{
    /// <summary>Folder of the pile, or null where there is none.</summary>
    public static string? Root { get; } = Find();

    /// <summary>Why a test that needs the pile is skipped; null where the pile is there.</summary>
    public static string? SkipReason { get; } =
        Root is null ? "../shared/data is not there: the real data are not part of the repository." : null;

    /// <summary>Full path of a file or folder of the pile.</summary>
    public static string Path(string relative) =>
        System.IO.Path.Combine(Root ?? throw new InvalidOperationException(SkipReason), relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    static string? Find()
    {
        var data = System.IO.Path.Combine(Repository.Root, "..", "shared", "data");
        return Directory.Exists(data) ? System.IO.Path.GetFullPath(data) : null;
    }
}
