namespace Workbench.Data.Parquet;

/// <summary>A column of a Parquet table: its name, what it means, and how it is stored.</summary>
/// <param name="Name">Name; parts of a nested name are joined by dots.</param>
/// <param name="Kind">What it means.</param>
/// <param name="Type">How it is stored.</param>
public sealed record ParquetColumn(string Name, ParquetKind Kind, ParquetType Type)
{
    /// <summary>Bytes of a value; fixed-length columns only.</summary>
    public int Width { get; init; }

    /// <summary>Decimals of a <see cref="ParquetKind.Decimal"/>.</summary>
    public int Scale { get; init; }

    /// <summary>Nanoseconds that a stored unit of <see cref="ParquetKind.Time"/> stands for.</summary>
    public long UnitNanos { get; init; } = 1;

    /// <summary>Whether few distinct values are likely, so that a dictionary is worth trying.</summary>
    public bool Repeats { get; init; }

    /// <summary>0 where each row has a value; else the definition level that stands for one.</summary>
    internal int MaxDefinition { get; init; }

    /// <summary>Instant, given and read as UTC nanoseconds, stored in units of the given length (a million: milliseconds).</summary>
    public static ParquetColumn Time(string name, long unitNanos = 1) =>
        new(name, ParquetKind.Time, ParquetType.Int64) { UnitNanos = unitNanos };

    /// <summary>Integer.</summary>
    public static ParquetColumn Whole(string name, bool repeats = false) =>
        new(name, ParquetKind.Whole, ParquetType.Int64) { Repeats = repeats };

    /// <summary>Decimal of a fixed scale with up to 18 digits in all, stored as a scaled integer.</summary>
    public static ParquetColumn Decimal(string name, int scale = 8, bool repeats = false) =>
        new(name, ParquetKind.Decimal, ParquetType.Int64) { Scale = scale, Repeats = repeats };

    /// <summary>Double; NaN where there is none.</summary>
    public static ParquetColumn Real(string name) => new(name, ParquetKind.Real, ParquetType.Double);

    /// <summary>Text.</summary>
    public static ParquetColumn Text(string name) =>
        new(name, ParquetKind.Text, ParquetType.ByteArray) { Repeats = true };

    /// <summary>True or false.</summary>
    public static ParquetColumn Flag(string name) => new(name, ParquetKind.Flag, ParquetType.Boolean);
}
