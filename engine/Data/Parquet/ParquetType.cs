namespace Workbench.Data.Parquet;

/// <summary>How a Parquet column is stored: the format's physical types, with its numbers.</summary>
public enum ParquetType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Int96 = 3,
    Float = 4,
    Double = 5,
    ByteArray = 6,
    FixedLenByteArray = 7,
}
