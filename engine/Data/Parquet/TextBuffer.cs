using System.Text;

namespace Workbench.Data.Parquet;

/// <summary>Gathers texts: by dictionary while the distinct ones are few, else as they are.</summary>
sealed class TextBuffer(ParquetColumn column) : IColumnBuffer
{
    readonly List<string> values = [];
    readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    readonly List<string> distinct = [];
    readonly List<ulong> indices = [];

    public ParquetColumn Column => column;

    public int Count => values.Count;

    public void Add(string value) => values.Add(value);

    public void Flush(PageWriter pages)
    {
        if (TryIndex())
        {
            distinct.ForEach(text => Plain(pages.Body, text));
            pages.EndDictionary(distinct.Count);
            pages.Indices(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(indices), distinct.Count);
        }
        else
        {
            PlainPages(pages);
        }

        values.Clear();
    }

    bool TryIndex()
    {
        places.Clear();
        distinct.Clear();
        indices.Clear();
        var most = Math.Min(PageWriter.LargestDictionary, values.Count / 2 + 1);
        var (last, place) = ("", -1);
        foreach (var value in values)
        {
            // Columns such as a symbol hold one and the same string again and again.
            if (place >= 0 && ReferenceEquals(value, last))
            {
                indices.Add((ulong)place);
                continue;
            }

            last = value;
            if (!places.TryGetValue(value, out place))
            {
                if (distinct.Count == most)
                {
                    return false;
                }

                place = distinct.Count;
                places[value] = place;
                distinct.Add(value);
            }

            indices.Add((ulong)place);
        }

        return true;
    }

    void PlainPages(PageWriter pages)
    {
        for (var at = 0; at < values.Count; at += PageWriter.Rows)
        {
            var count = Math.Min(PageWriter.Rows, values.Count - at);
            for (var i = at; i < at + count; i++)
            {
                Plain(pages.Body, values[i]);
            }

            pages.End(count, ParquetEncoding.Plain);
        }
    }

    static void Plain(ByteSink sink, string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        sink.AddInt32(count);
        Encoding.UTF8.GetBytes(text, sink.Take(count));
    }
}
