using System.Text;

namespace Workbench.Data.Importers.Text;

/// <summary>A file of separated fields, row after row; quotes around a field are taken off, doubled quotes inside become one.</summary>
sealed class CsvFile(ILineSource lines, string path, byte separator) : IDisposable
{
    readonly List<Range> fields = [];
    byte[] row = new byte[256];
    int length;

    public string Path => path;

    /// <summary>Row of the file, from 1.</summary>
    public long Row => lines.Row;

    public int FieldCount => fields.Count;

    public ReadOnlySpan<byte> this[int field] => row.AsSpan(fields[field]);

    /// <summary>The row as it stands, cut to what a message bears.</summary>
    public string Text => Encoding.UTF8.GetString(row, 0, Math.Min(length, 120));

    /// <summary>Steps to the next row that is not blank.</summary>
    public bool Next()
    {
        while (lines.TryNext(out var line))
        {
            if (!line.Trim(" \t"u8).IsEmpty)
            {
                Split(line);
                return true;
            }
        }

        return false;
    }

    public void Dispose() => lines.Dispose();

    void Split(ReadOnlySpan<byte> line)
    {
        if (row.Length < line.Length)
        {
            row = new byte[line.Length * 2];
        }

        line.CopyTo(row);
        length = line.Length;
        fields.Clear();
        if (line.Contains((byte)'"'))
        {
            SplitQuoted();
            return;
        }

        var start = 0;
        while (true)
        {
            var at = row.AsSpan(start, length - start).IndexOf(separator);
            if (at < 0)
            {
                fields.Add(new Range(start, length));
                return;
            }

            fields.Add(new Range(start, start + at));
            start += at + 1;
        }
    }

    /// <summary>The same where quotes occur: fields are moved together as their quotes go.</summary>
    void SplitQuoted()
    {
        int start = 0, to = 0;
        var isQuoted = false;
        for (var at = 0; at < length; at++)
        {
            var letter = row[at];
            if (letter == '"')
            {
                if (isQuoted && at + 1 < length && row[at + 1] == '"')
                {
                    row[to++] = row[at++];
                    continue;
                }

                isQuoted = !isQuoted;
            }
            else if (letter == separator && !isQuoted)
            {
                fields.Add(new Range(start, to));
                start = to;
            }
            else
            {
                row[to++] = letter;
            }
        }

        if (isQuoted)
        {
            throw ImportErrors.BadRow(path, Row, Text, "has a quote that does not close");
        }

        fields.Add(new Range(start, to));
    }
}
