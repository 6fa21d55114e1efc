namespace Workbench.Data.Parquet;

/// <summary>What a Parquet column means to its reader.</summary>
public enum ParquetKind
{
    /// <summary>True or false.</summary>
    Flag,

    /// <summary>Integer of up to 64 bits, signed or not.</summary>
    Whole,

    /// <summary>Float or double.</summary>
    Real,

    /// <summary>UTF-8 text.</summary>
    Text,

    /// <summary>Bytes without a meaning the format tells.</summary>
    Bytes,

    /// <summary>Instant, read as UTC nanoseconds.</summary>
    Time,

    /// <summary>Exact decimal of a fixed scale.</summary>
    Decimal,

    /// <summary>List, map or struct: named, but not read here.</summary>
    Nested,
}
