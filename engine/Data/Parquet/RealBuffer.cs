using System.Runtime.InteropServices;

namespace Workbench.Data.Parquet;

/// <summary>Gathers doubles, written as they are.</summary>
sealed class RealBuffer(ParquetColumn column) : IColumnBuffer
{
    double[] values = new double[1_024];

    public ParquetColumn Column => column;

    public int Count { get; private set; }

    public void Add(double value)
    {
        if (Count == values.Length)
        {
            Array.Resize(ref values, Count * 2);
        }

        values[Count++] = value;
    }

    public void Flush(PageWriter pages)
    {
        for (var at = 0; at < Count; at += PageWriter.Rows)
        {
            var page = values.AsSpan(at, Math.Min(PageWriter.Rows, Count - at));
            pages.Body.Add(MemoryMarshal.AsBytes(page));
            pages.End(page.Length, ParquetEncoding.Plain);
        }

        Count = 0;
    }
}
