namespace Workbench.Data.Parquet;

/// <summary>Where one column of one row group lies in the file, and what the footer says of it.</summary>
sealed class ChunkMeta
{
    public ParquetType Type { get; set; }
    public ParquetCodec Codec { get; set; }
    public long Values { get; set; }
    public long CompressedBytes { get; set; }
    public long PlainBytes { get; set; }
    public long DataOffset { get; set; }
    public long DictionaryOffset { get; set; } = -1;
    public ParquetEncoding Encoding { get; set; }
    public bool IsElsewhere { get; set; }

    /// <summary>Smallest and largest value as stored; only of integers, and only where the file tells.</summary>
    public long? Min { get; set; }

    public long? Max { get; set; }

    /// <summary>Checksum over all bytes of the chunk, page headers too; only in files of this house.</summary>
    public uint? Checksum { get; set; }

    // Some writers leave a zero where there is no dictionary.
    public long Start => DictionaryOffset > 0 && DictionaryOffset < DataOffset ? DictionaryOffset : DataOffset;

    public long End => Start + CompressedBytes;
}
