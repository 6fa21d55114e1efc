namespace Workbench.Data.Parquet;

/// <summary>A column of a table of records, and how it is got from one.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class TableColumn<T>
{
    readonly Action<ParquetWriter, int, T> add;

    TableColumn(ParquetColumn column, Action<ParquetWriter, int, T> add)
    {
        Column = column;
        this.add = add;
    }

    /// <summary>Name and type.</summary>
    public ParquetColumn Column { get; }

    /// <summary>Instant, UTC nanoseconds.</summary>
    public static TableColumn<T> Time(string name, Func<T, long> get) =>
        new(ParquetColumn.Time(name), (writer, at, record) => writer.Longs(at).Add(get(record)));

    /// <summary>Integer.</summary>
    public static TableColumn<T> Whole(string name, Func<T, long> get) =>
        new(ParquetColumn.Whole(name), (writer, at, record) => writer.Longs(at).Add(get(record)));

    /// <summary>Decimal of up to 18 digits, rounded half to even at the scale: with 8, up to 92 thousand million.</summary>
    public static TableColumn<T> Decimal(string name, Func<T, decimal> get, int scale = 8)
    {
        var power = (decimal)Scaled.PowerOfTen(scale);
        return new(ParquetColumn.Decimal(name, scale, repeats: true), (writer, at, record) => writer.Longs(at).Add(Raw(get(record), power, scale, name)));
    }

    /// <summary>Double; NaN where there is none.</summary>
    public static TableColumn<T> Real(string name, Func<T, double> get) =>
        new(ParquetColumn.Real(name), (writer, at, record) => writer.Reals(at).Add(get(record)));

    /// <summary>Text.</summary>
    public static TableColumn<T> Text(string name, Func<T, string> get) =>
        new(ParquetColumn.Text(name), (writer, at, record) => writer.Texts(at).Add(get(record)));

    /// <summary>True or false.</summary>
    public static TableColumn<T> Flag(string name, Func<T, bool> get) =>
        new(ParquetColumn.Flag(name), (writer, at, record) => writer.Flags(at).Add(get(record)));

    internal void Add(ParquetWriter writer, int at, in T record) => add(writer, at, record);

    static long Raw(decimal value, decimal power, int scale, string name)
    {
        try
        {
            return decimal.ToInt64(decimal.Round(value * power));
        }
        catch (OverflowException)
        {
            throw Lake.LakeErrors.ParquetOverflow(name, value.ToString(System.Globalization.CultureInfo.InvariantCulture), scale);
        }
    }
}
