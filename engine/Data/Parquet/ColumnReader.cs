namespace Workbench.Data.Parquet;

/// <summary>Reads the values of one column chunk after another in stretches of any length, whatever pages they lie in.</summary>
sealed class ColumnReader<T>(ParquetColumn column, IValueDecoder<T> values)
{
    readonly PageReader page = new();
    readonly HybridDecoder indices = new();
    readonly HybridDecoder levels = new();
    T[] dictionary = [];
    int dictionaryCount = -1;
    bool isIndexed;
    long leftInChunk;
    int leftInPage;
    int[] defined = [];

    /// <summary>Begins a chunk that lies in the buffer from the given place on.</summary>
    public void Open(ChunkMeta chunk, byte[] bytes, int start)
    {
        page.Open(chunk, bytes, start);
        leftInChunk = chunk.Values;
        leftInPage = 0;
        dictionaryCount = -1;
    }

    /// <summary>Fills the span with the next values. Where the column is optional, <paramref name="present"/> says which there are.</summary>
    public void Read(Span<T> into, Span<bool> present)
    {
        while (into.Length > 0)
        {
            if (leftInPage == 0)
            {
                NextPage();
                continue;
            }

            var count = Math.Min(into.Length, leftInPage);
            leftInPage -= count;
            if (column.MaxDefinition == 0)
            {
                ReadValues(into[..count]);
            }
            else
            {
                ReadOptional(into[..count], present[..count]);
                present = present[count..];
            }

            into = into[count..];
        }
    }

    void NextPage()
    {
        page.Next(column);
        var header = page.Header;
        if (header.Type == PageHeader.Dictionary)
        {
            ReadDictionary(header);
            return;
        }

        if (header.Values > leftInChunk)
        {
            throw new InvalidDataException($"the pages of column '{column.Name}' hold more values than its chunk");
        }

        leftInChunk -= header.Values;
        leftInPage = header.Values;
        levels.Open(page.Bytes, page.Levels.Start, page.Levels.Stop, BitPacker.WidthOf((ulong)column.MaxDefinition));
        isIndexed = header.Encoding is ParquetEncoding.RleDictionary or ParquetEncoding.PlainDictionary;
        if (isIndexed)
        {
            OpenIndices();
        }
        else
        {
            values.Open(column, header.Encoding, page.Bytes, page.Start, page.Stop);
        }
    }

    // A page of nothing but nulls may leave even the width of its indices out.
    void OpenIndices()
    {
        var width = page.Start < page.Stop ? page.Bytes[page.Start] : 0;
        indices.Open(page.Bytes, page.Start + 1, page.Stop, width);
        if (dictionaryCount < 0)
        {
            throw new InvalidDataException($"column '{column.Name}' refers to a dictionary that is not there");
        }
    }

    void ReadDictionary(PageHeader header)
    {
        if (dictionaryCount >= 0 || (long)header.Values * values.LeastBytes(column) > page.Stop - page.Start)
        {
            throw new InvalidDataException($"the dictionary of column '{column.Name}' does not fit its page");
        }

        dictionaryCount = header.Values;
        if (dictionary.Length < dictionaryCount)
        {
            dictionary = new T[dictionaryCount];
        }

        values.Open(column, ParquetEncoding.Plain, page.Bytes, page.Start, page.Stop);
        values.Read(dictionary.AsSpan(0, dictionaryCount));
    }

    void ReadValues(Span<T> into)
    {
        if (isIndexed)
        {
            indices.Look<T>(into, dictionary.AsSpan(0, dictionaryCount));
        }
        else
        {
            values.Read(into);
        }
    }

    // Only values that are there are stored: read them in one go, then move each to its row from the last one on.
    void ReadOptional(Span<T> into, Span<bool> present)
    {
        if (defined.Length < into.Length)
        {
            defined = new int[into.Length];
        }

        var told = defined.AsSpan(0, into.Length);
        levels.Read(told);
        var count = 0;
        for (var i = 0; i < told.Length; i++)
        {
            present[i] = told[i] == column.MaxDefinition;
            count += present[i] ? 1 : 0;
        }

        ReadValues(into[..count]);
        for (var i = into.Length - 1; i >= 0; i--)
        {
            into[i] = present[i] ? into[--count] : default!;
        }
    }
}
