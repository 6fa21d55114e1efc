using Workbench.Data.Lake;
using Workbench.Model;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Writes a study's page; what was there stays whole until the new one is.</summary>
static class StudyPage
{
    public static void Write(string path, string title, Figure figure, IReadOnlyList<string> warnings, IReadOnlyList<DataIdentity> data)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new AtomicFile(path);
        FigurePage.Write(file.Stream, title, figure, warnings, data);
        file.Commit();
    }
}
