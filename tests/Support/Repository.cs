namespace Workbench.Support;

/// <summary>The checkout that the tests run in.</summary>
public static class Repository
{
    /// <summary>Folder that holds Workbench.sln.</summary>
    public static string Root { get; } = Find();

    /// <summary>Full path of a file or folder of the checkout.</summary>
    public static string Path(string relative) =>
        System.IO.Path.Combine(Root, relative.Replace('/', System.IO.Path.DirectorySeparatorChar));

    static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Workbench.sln")))
            {
                return at.FullName;
            }
        }

        throw new InvalidOperationException("The tests run from a build folder inside the checkout.");
    }
}
