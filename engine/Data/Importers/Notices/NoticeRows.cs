using System.Text;
using Workbench.Data.Importers.Text;

namespace Workbench.Data.Importers.Notices;

/// <summary>A table of texts with a header: its cells by the names of their columns, letters and digits only.</summary>
sealed class NoticeRows : IDisposable
{
    readonly CsvFile file;
    readonly List<string> header = [];
    readonly List<string> names = [];

    NoticeRows(CsvFile file)
    {
        this.file = file;
        for (var i = 0; i < file.FieldCount; i++)
        {
            header.Add(Encoding.UTF8.GetString(file[i]).Trim('\uFEFF', ' '));
            names.Add(Bare(header[i]));
        }
    }

    /// <summary>Opens a file and reads its header; null where it is empty.</summary>
    public static NoticeRows? Open(string path)
    {
        var file = new CsvFile(new LineReader(File.OpenRead(path), path), path, (byte)',');
        if (file.Next())
        {
            return new NoticeRows(file);
        }

        file.Dispose();
        return null;
    }

    /// <summary>Row of the file, from 1.</summary>
    public long Row => file.Row;

    public string Path => file.Path;

    /// <summary>The row as it stands, for messages.</summary>
    public string Line => file.Text;

    public bool Next() => file.Next();

    /// <summary>Whether a column has one of the names.</summary>
    public bool Has(params string[] known) => known.Any(names.Contains);

    /// <summary>Gives a column another name, as the user says.</summary>
    public void Rename(string from, string to)
    {
        var at = header.FindIndex(name => name.Equals(from, StringComparison.OrdinalIgnoreCase));
        at = at >= 0 ? at : int.TryParse(from, out var number) && number >= 1 && number <= names.Count ? number - 1
            : throw ImportErrors.MissingColumn(Path, $"'{from}'", header, Closest.To(from, header));
        names[at] = Bare(to);
    }

    /// <summary>A cell's text without spaces around, by the first of the names that there is; empty where the table has no such column.</summary>
    public string Text(params string[] known) => known.Select(name => names.IndexOf(name)).FirstOrDefault(at => at >= 0, -1) is >= 0 and var at ? Cell(at) : "";

    /// <summary>A cell of a column that must be there.</summary>
    public string Needed(params string[] known) => Has(known) ? Text(known) : throw ImportErrors.MissingColumn(Path, known[0], header, Closest.To(known[0], header));

    public void Dispose() => file.Dispose();

    string Cell(int at)
    {
        if (at >= file.FieldCount || file.FieldCount > names.Count)
        {
            throw ImportErrors.BadRow(Path, Row, file.Text, FormattableString.Invariant($"has {file.FieldCount} fields, and the header has {names.Count}"));
        }

        return Encoding.UTF8.GetString(file[at]).Trim();
    }

    static string Bare(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
