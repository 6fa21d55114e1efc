using System.Text.Json;

namespace Workbench.Scripting;

/// <summary>Reads what <c>dotnet restore</c> wrote down: which assemblies a package and all it needs consist of.</summary>
static class RestoredAssets
{
    /// <summary>Full paths of the assemblies to run with, in the file's order.</summary>
    public static IReadOnlyList<string> Read(string assets, PackageName package)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(assets));
        var root = document.RootElement;
        var folders = root.GetProperty("packageFolders").EnumerateObject().Select(folder => folder.Name).ToArray();
        var found = new List<string>();
        foreach (var library in root.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject())
        {
            if (library.Value.TryGetProperty("runtime", out var files))
            {
                var path = root.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!;
                found.AddRange(files.EnumerateObject().Where(file => file.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(file => Find(folders, path, file.Name)));
            }
        }

        return found.Count > 0 ? found : throw ScriptErrors.NotRestored(package, "it contains no assembly for .NET 10.");
    }

    static string Find(string[] folders, string package, string file) =>
        folders.Select(folder => Path.Combine(folder, package, file)).First(File.Exists);
}
