using Workbench.Data.Lake;
using Workbench.Research;

namespace Workbench.App;

/// <summary>Writes a study's page; what was there stays whole until the new one is.</summary>
static class StudyPage
{
    public static void Write(string path, Figure figure)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new AtomicFile(path);
        using (var text = new StreamWriter(file.Stream, leaveOpen: true))
        {
            text.Write(figure.ToStandaloneHtml());
        }

        file.Commit();
    }
}
