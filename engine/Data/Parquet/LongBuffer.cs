namespace Workbench.Data.Parquet;

/// <summary>Gathers integers, instants and scaled decimals: delta-packed, or by dictionary where that is shorter.</summary>
sealed class LongBuffer(ParquetColumn column) : IColumnBuffer
{
    LongDictionary? dictionary;
    long[] values = [];
    long first;
    bool isEven = true;

    public ParquetColumn Column => column;

    public int Count { get; private set; }

    public void Add(long value)
    {
        if (isEven)
        {
            if (Count == 0)
            {
                first = value;
            }

            // A column in which nothing ever happens, such as the swap of a run without, is a count and no memory.
            if (value == first)
            {
                Count++;
                return;
            }

            Spread();
        }

        Grow(1);
        values[Count++] = value;
    }

    /// <summary>Appends values; instants are given in nanoseconds and stored in the column's unit.</summary>
    public void Add(ReadOnlySpan<long> more)
    {
        Spread();
        Grow(more.Length);
        more.CopyTo(values.AsSpan(Count));
        Count += more.Length;
    }

    public void Flush(PageWriter pages)
    {
        if (isEven && Count > 0)
        {
            Even(pages, first / column.UnitNanos);
            Count = 0;
            return;
        }

        var rows = values.AsSpan(0, Count);
        if (column.UnitNanos > 1)
        {
            foreach (ref var value in rows)
            {
                value /= column.UnitNanos;
            }
        }

        Range(pages, rows);
        if (!column.Repeats || !TryDictionary(pages, rows))
        {
            Delta(pages, rows);
        }

        Count = 0;
        isEven = true;
    }

    /// <summary>Rows of one value, page by page: in delta form they are next to nothing.</summary>
    void Even(PageWriter pages, long value)
    {
        pages.Range(value, value);
        Span<long> rows = new long[Math.Min(Count, PageWriter.Rows)];
        rows.Fill(value);
        for (var at = 0; at < Count; at += PageWriter.Rows)
        {
            Delta(pages, rows[..Math.Min(rows.Length, Count - at)]);
        }
    }

    /// <summary>Writes down the rows that were only counted.</summary>
    void Spread()
    {
        if (isEven)
        {
            isEven = false;
            var count = Count;
            Count = 0;
            Grow(Math.Max(count, 1_024));
            values.AsSpan(0, count).Fill(first);
            Count = count;
        }
    }

    void Grow(int count)
    {
        if (values.Length - Count < count)
        {
            Array.Resize(ref values, Math.Max(values.Length * 2, Count + count));
        }
    }

    static void Range(PageWriter pages, ReadOnlySpan<long> rows)
    {
        var (min, max) = (long.MaxValue, long.MinValue);
        foreach (var value in rows)
        {
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        pages.Range(min, max);
    }

    static void Delta(PageWriter pages, ReadOnlySpan<long> rows)
    {
        for (var at = 0; at < rows.Length; at += PageWriter.Rows)
        {
            var page = rows.Slice(at, Math.Min(PageWriter.Rows, rows.Length - at));
            DeltaEncoder.Encode(pages.Body, page);
            pages.End(page.Length, ParquetEncoding.DeltaBinaryPacked);
        }
    }

    // A dictionary pays while its entries and indices are fewer bits than 64 a value by a clear margin; the delta form of
    // a column without order comes close to the width of its range.
    bool TryDictionary(PageWriter pages, ReadOnlySpan<long> rows)
    {
        dictionary ??= new LongDictionary();
        if (!dictionary.TryIndex(rows, out var indices))
        {
            return false;
        }

        var bits = (long)rows.Length * BitPacker.WidthOf((ulong)dictionary.Values.Length) + dictionary.Values.Length * 64L;
        if (bits > DeltaBits(rows))
        {
            return false;
        }

        foreach (var value in dictionary.Values)
        {
            pages.Body.AddInt64(value);
        }

        pages.EndDictionary(dictionary.Values.Length);
        pages.Indices(indices, dictionary.Values.Length);
        return true;
    }

    // An estimate: the width that each strip of 32 differences needs.
    static long DeltaBits(ReadOnlySpan<long> rows)
    {
        var bits = 64L;
        for (var at = 1; at < rows.Length; at += 32)
        {
            var (min, max) = (long.MaxValue, long.MinValue);
            for (var i = at; i < Math.Min(at + 32, rows.Length); i++)
            {
                var delta = unchecked(rows[i] - rows[i - 1]);
                min = Math.Min(min, delta);
                max = Math.Max(max, delta);
            }

            bits += 32L * BitPacker.WidthOf(unchecked((ulong)(max - min))) + 20;
        }

        return bits;
    }
}
