using Workbench.Data.Lake;

namespace Workbench.Data.Parquet;

/// <summary>Writes records as the rows of a Parquet file, which appears under its name when it is whole.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ParquetTableWriter<T> : IDisposable
{
    readonly string path;
    readonly AtomicFile file;
    readonly ParquetWriter writer;
    readonly TableColumn<T>[] columns;

    /// <summary>Begins a file.</summary>
    public ParquetTableWriter(string path, params IEnumerable<TableColumn<T>> columns)
    {
        this.path = path;
        this.columns = [.. columns];
        try
        {
            file = new AtomicFile(path);
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw DiskRefusal.Of(path, e);
        }

        writer = new ParquetWriter(file.Stream, [.. this.columns.Select(column => column.Column)]);
    }

    /// <summary>Rows so far.</summary>
    public long Rows => writer.Rows;

    /// <summary>What the footer says beside the schema.</summary>
    public Dictionary<string, string> Metadata => writer.Metadata;

    /// <summary>Adds a row.</summary>
    public void Add(in T record)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i].Add(writer, i, record);
        }

        try
        {
            writer.AddRows(1);
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw DiskRefusal.Of(path, e);
        }
    }

    /// <summary>Makes the file whole and puts it under its name.</summary>
    public void Commit()
    {
        try
        {
            writer.Finish();
            file.Commit();
        }
        catch (Exception e) when (DiskRefusal.Is(e))
        {
            throw DiskRefusal.Of(path, e);
        }
    }

    /// <summary>Removes what was not committed.</summary>
    public void Dispose()
    {
        writer.Dispose();
        file.Dispose();
    }
}
