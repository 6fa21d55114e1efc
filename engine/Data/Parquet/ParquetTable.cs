using Workbench.Data.Lake;

namespace Workbench.Data.Parquet;

/// <summary>
/// Reads a Parquet table row by row, ours or another's: <c>while (table.Read()) table.Decimal("price")</c>. Some thousand rows lie
/// in memory at a time. What is damaged, or of a form not read here, is one clear error.
/// </summary>
public sealed class ParquetTable : INoticeRow, IDisposable
{
    readonly string path;
    readonly ParquetFile file;
    readonly ColumnBatch[] batches;
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    int group;
    long leftInGroup;
    int count;
    int row = -1;

    ParquetTable(string path, ParquetFile file)
    {
        this.path = path;
        this.file = file;
        batches = [.. file.Footer.Columns.Select(column => new ColumnBatch(column))];
        for (var i = 0; i < batches.Length; i++)
        {
            places.TryAdd(batches[i].Column.Name, i);
        }
    }

    /// <summary>Opens a file.</summary>
    /// <exception cref="WorkbenchException">It is not there, or no Parquet file.</exception>
    public static ParquetTable Open(string path)
    {
        if (!File.Exists(path))
        {
            throw LakeErrors.ParquetMissing(path);
        }

        return Guarded(path, () => new ParquetTable(path, ParquetFile.Open(path)));
    }

    /// <summary>The columns in their order.</summary>
    public IReadOnlyList<ParquetColumn> Columns => file.Footer.Columns;

    /// <summary>Rows in all.</summary>
    public long Rows => file.Footer.Rows;

    /// <summary>Checksum of its footer; 0 where another program wrote it.</summary>
    internal uint FooterChecksum => file.FooterChecksum;

    /// <summary>What its footer says beside the schema.</summary>
    public IReadOnlyDictionary<string, string> Metadata => file.Footer.Metadata;

    /// <summary>Goes to the next row; false behind the last one.</summary>
    /// <exception cref="WorkbenchException">The file is damaged, or in a form not read here.</exception>
    public bool Read()
    {
        if (++row < count)
        {
            return true;
        }

        row = 0;
        count = Guarded(path, Fill);
        return count > 0;
    }

    public bool IsNull(string column) => Batch(column).IsNull(row);

    public long Whole(string column) => Of(column, ParquetKind.Whole, "a whole number").Long(row);

    /// <summary>Instant in UTC nanoseconds.</summary>
    public long Time(string column) => Of(column, ParquetKind.Time, "an instant").Long(row);

    public decimal Decimal(string column)
    {
        try
        {
            return Of(column, ParquetKind.Decimal, "a decimal").Decimal(row);
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException)
        {
            throw LakeErrors.ParquetDamaged(path, e.Message, e);
        }
    }

    public double Real(string column) => Of(column, ParquetKind.Real, "a real number").Real(row);

    public bool Flag(string column) => Of(column, ParquetKind.Flag, "true or false").Long(row) != 0;

    public string Text(string column) => Of(column, ParquetKind.Text, "text").Text(row);

    public byte[] Bytes(string column)
    {
        var batch = Batch(column);
        return batch.Column.Type is ParquetType.ByteArray or ParquetType.FixedLenByteArray
            ? batch.Bytes(row)
            : throw LakeErrors.ParquetKind(path, column, Name(batch.Column), "bytes");
    }

    public void Dispose() => file.Dispose();

    int Fill()
    {
        while (leftInGroup == 0)
        {
            if (group == file.Footer.RowGroups.Count)
            {
                return 0;
            }

            var next = file.Footer.RowGroups[group++];
            for (var i = 0; next.Rows > 0 && i < batches.Length; i++)
            {
                batches[i].Open(file, next.Chunks[i]);
            }

            leftInGroup = next.Rows;
        }

        var some = (int)Math.Min(leftInGroup, PageWriter.Rows);
        leftInGroup -= some;
        foreach (var batch in batches)
        {
            batch.Read(some);
        }

        return some;
    }

    ColumnBatch Batch(string column)
    {
        if (row < 0 || row >= count)
        {
            throw new InvalidOperationException("Read() comes first, and no value behind the last row.");
        }

        var batch = places.TryGetValue(column, out var place)
            ? batches[place]
            : throw LakeErrors.ParquetColumn(path, column, Columns.Select(other => other.Name));
        return batch.Column.Kind != ParquetKind.Nested ? batch : throw LakeErrors.ParquetKind(path, column, "a list or map", "a plain column");
    }

    ColumnBatch Of(string column, ParquetKind kind, string wanted)
    {
        var batch = Batch(column);
        return batch.Column.Kind == kind ? batch : throw LakeErrors.ParquetKind(path, column, Name(batch.Column), wanted);
    }

    static string Name(ParquetColumn column) => $"{column.Kind} ({column.Type})";

    static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is InvalidDataException or OverflowException or IOException)
        {
            throw LakeErrors.ParquetDamaged(path, e.Message, e);
        }
    }
}
