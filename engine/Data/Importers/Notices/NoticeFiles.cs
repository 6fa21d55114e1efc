namespace Workbench.Data.Importers.Notices;

/// <summary>The files of a vendor's notices: one, or those of a folder in the order of their names.</summary>
static class NoticeFiles
{
    public static IReadOnlyList<string> Of(ImportJob job, string format, params string[] endings)
    {
        if (File.Exists(job.Path))
        {
            return [job.Path];
        }

        List<string> files = [.. Directory.EnumerateFiles(job.Path).Where(file => endings.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)];
        return files.Count > 0 ? files : throw ImportErrors.NothingToImport(job.Path, format, $"no {string.Join(" or ", endings)} files");
    }
}
