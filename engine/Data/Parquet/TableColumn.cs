namespace Workbench.Data.Parquet;

/// <summary>A column of a table of records, and how it is got from one.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class TableColumn<T>
{
    readonly Put add;

    TableColumn(ParquetColumn column, Put add)
    {
        Column = column;
        this.add = add;
    }

    /// <summary>Name and type.</summary>
    public ParquetColumn Column { get; }

    /// <summary>Instant, UTC nanoseconds.</summary>
    public static TableColumn<T> Time(string name, Cell<T, long> get) =>
        new(ParquetColumn.Time(name), (writer, at, in record) => writer.Longs(at).Add(get(in record)));

    /// <summary>Integer.</summary>
    public static TableColumn<T> Whole(string name, Cell<T, long> get) =>
        new(ParquetColumn.Whole(name), (writer, at, in record) => writer.Longs(at).Add(get(in record)));

    /// <summary>Decimal of up to 18 digits, rounded half to even at the scale: with 8, up to 92 thousand million.</summary>
    public static TableColumn<T> Decimal(string name, Cell<T, decimal> get, int scale = 8)
    {
        var scaled = new ScaledCell(name, scale);
        return new(ParquetColumn.Decimal(name, scale, repeats: true), (writer, at, in record) => writer.Longs(at).Add(scaled.Raw(get(in record))));
    }

    /// <summary>Double; NaN where there is none.</summary>
    public static TableColumn<T> Real(string name, Cell<T, double> get) =>
        new(ParquetColumn.Real(name), (writer, at, in record) => writer.Reals(at).Add(get(in record)));

    /// <summary>Text.</summary>
    public static TableColumn<T> Text(string name, Cell<T, string> get) =>
        new(ParquetColumn.Text(name), (writer, at, in record) => writer.Texts(at).Add(get(in record)));

    /// <summary>True or false.</summary>
    public static TableColumn<T> Flag(string name, Cell<T, bool> get) =>
        new(ParquetColumn.Flag(name), (writer, at, in record) => writer.Flags(at).Add(get(in record)));

    internal void Add(ParquetWriter writer, int at, in T record) => add(writer, at, in record);

    delegate void Put(ParquetWriter writer, int at, in T record);
}
