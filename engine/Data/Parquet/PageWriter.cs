namespace Workbench.Data.Parquet;

/// <summary>Gathers the pages of one column chunk after another. Uncompressed: packed columns leave a general compressor little to find.</summary>
sealed class PageWriter
{
    /// <summary>Rows of a page: as many as a batch has, so that the lake decodes whole pages.</summary>
    public const int Rows = 8_192;

    /// <summary>Most distinct values a dictionary holds.</summary>
    public const int LargestDictionary = 32_768;

    readonly ByteSink chunk = new();
    ChunkMeta meta = new();

    /// <summary>Where a page's values are written before the end of the page is told.</summary>
    public ByteSink Body { get; } = new();

    public ReadOnlySpan<byte> Chunk => chunk.Written;

    public void Begin(ParquetColumn column, int values)
    {
        chunk.Clear();
        Body.Clear();
        meta = new ChunkMeta { Type = column.Type, Values = values };
    }

    public void EndDictionary(int values)
    {
        meta.DictionaryOffset = 0;
        End(PageHeader.Dictionary, values, ParquetEncoding.Plain);
        meta.DataOffset = chunk.Length;
    }

    public void End(int values, ParquetEncoding encoding)
    {
        meta.Encoding = encoding;
        End(PageHeader.Data, values, encoding);
    }

    public void Range(long min, long max)
    {
        meta.Min = min;
        meta.Max = max;
    }

    /// <summary>The finished chunk's description, to lie at the given place of the file.</summary>
    public ChunkMeta Finish(long offset)
    {
        meta.CompressedBytes = meta.PlainBytes = chunk.Length;
        meta.Checksum = Crc32.Of(chunk.Written);
        meta.DataOffset += offset;
        meta.DictionaryOffset = meta.DictionaryOffset < 0 ? -1 : offset;
        return meta;
    }

    /// <summary>Pages of dictionary indices, each with the bits that the whole dictionary needs.</summary>
    public void Indices(ReadOnlySpan<ulong> indices, int dictionarySize)
    {
        var width = BitPacker.WidthOf((ulong)Math.Max(0, dictionarySize - 1));
        for (var at = 0; at < indices.Length; at += Rows)
        {
            var page = indices.Slice(at, Math.Min(Rows, indices.Length - at));
            Body.Add((byte)width);
            HybridEncoder.Encode(Body, page, width);
            End(page.Length, ParquetEncoding.RleDictionary);
        }
    }

    void End(int type, int values, ParquetEncoding encoding)
    {
        new PageHeader
        {
            Type = type, PlainBytes = Body.Length, StoredBytes = Body.Length, Values = values, Encoding = encoding,
            Checksum = Crc32.Of(Body.Written),
        }.Write(chunk);
        chunk.Add(Body.Written);
        Body.Clear();
    }
}
