namespace Workbench.Data.Parquet;

/// <summary>Gathers booleans, one bit each.</summary>
sealed class FlagBuffer(ParquetColumn column) : IColumnBuffer
{
    readonly List<bool> values = [];

    public ParquetColumn Column => column;

    public int Count => values.Count;

    public void Add(bool value) => values.Add(value);

    public void Flush(PageWriter pages)
    {
        for (var at = 0; at < values.Count; at += PageWriter.Rows)
        {
            var count = Math.Min(PageWriter.Rows, values.Count - at);
            var bytes = pages.Body.Take((count + 7) / 8);
            bytes.Clear();
            for (var i = 0; i < count; i++)
            {
                bytes[i >> 3] |= (byte)(values[at + i] ? 1 << (i & 7) : 0);
            }

            pages.End(count, ParquetEncoding.Plain);
        }

        values.Clear();
    }
}
