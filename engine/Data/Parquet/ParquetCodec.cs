namespace Workbench.Data.Parquet;

/// <summary>How the bytes of a page are compressed, with the format's numbers.</summary>
enum ParquetCodec
{
    Uncompressed = 0,
    Snappy = 1,
    Gzip = 2,
    Lzo = 3,
    Brotli = 4,
    Lz4 = 5,
    Zstd = 6,
    Lz4Raw = 7,
}
