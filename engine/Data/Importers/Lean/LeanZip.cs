using System.IO.Compression;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Lean;

/// <summary>The one CSV inside a LEAN zip.</summary>
static class LeanZip
{
    /// <summary>Opens it; null where it holds no byte.</summary>
    public static CsvFile? Open(string path)
    {
        try
        {
            var archive = ZipFile.OpenRead(path);
            var entry = archive.Entries.SingleOrDefault(file => file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase));
            if (entry is null)
            {
                throw ImportErrors.BadArchive(path, FormattableString.Invariant($"it holds {archive.Entries.Count} files instead of one .csv."));
            }

            return entry.Length == 0 ? null : new CsvFile(new LineReader(new PackedStream(entry.Open(), path, archive), path), path, (byte)',');
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException)
        {
            throw ImportErrors.BadArchive(path, broken.Message);
        }
    }
}
