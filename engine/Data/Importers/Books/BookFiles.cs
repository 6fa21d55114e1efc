using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Books;

/// <summary>The files of a recording, in the order of their names.</summary>
static class BookFiles
{
    /// <summary>The file itself, or those of a folder and its folders that end so.</summary>
    public static List<string> Find(string path, params string[] endings) => File.Exists(path)
        ? [path]
        : [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            .Order(StringComparer.Ordinal)];

    /// <summary>A CSV; null where it holds no byte.</summary>
    public static CsvFile? OpenCsv(string path) => PackedStream.OpenText(path) is { } lines ? new CsvFile(lines, path, (byte)',') : null;

    /// <summary>The names of a CSV's columns; empty where there are none.</summary>
    public static List<string> HeaderOf(string path)
    {
        using var file = OpenCsv(path);
        return file is not null && file.Next()
            ? [.. Enumerable.Range(0, file.FieldCount).Select(field => System.Text.Encoding.UTF8.GetString(file[field]))]
            : [];
    }

    /// <summary>A CSV behind its header; null where it holds no byte.</summary>
    public static CsvFile? OpenBody(string path)
    {
        var file = OpenCsv(path);
        file?.Next();
        return file;
    }
}
