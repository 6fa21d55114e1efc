using System.Text;
using Workbench.Data.Parquet;

namespace Workbench.Data.Lake;

/// <summary>A column of a table of notices: how it is got from one, written and hashed.</summary>
sealed class NoticeColumn<TNotice>
{
    readonly Func<TNotice, long>? whole;
    readonly Func<TNotice, string>? text;

    NoticeColumn(ParquetColumn column, Func<TNotice, long>? whole, Func<TNotice, string>? text) => (Column, this.whole, this.text) = (column, whole, text);

    /// <summary>Name and type.</summary>
    public ParquetColumn Column { get; }

    /// <summary>Instant, UTC nanoseconds.</summary>
    public static NoticeColumn<TNotice> Time(string name, Func<TNotice, long> get) => new(ParquetColumn.Time(name), get, null);

    /// <summary>Share of a whole, with eight decimals.</summary>
    public static NoticeColumn<TNotice> Share(string name, Func<TNotice, decimal> get) =>
        new(ParquetColumn.Decimal(name), notice => Scaled.FromDecimal(Math.Round(get(notice), 8), 8), null);

    /// <summary>Text.</summary>
    public static NoticeColumn<TNotice> Text(string name, Func<TNotice, string> get) => new(ParquetColumn.Text(name), null, get);

    /// <summary>A figure that may be missing, as text: empty where it is. Figures of one calendar have no scale in common.</summary>
    public static NoticeColumn<TNotice> Figure(string name, Func<TNotice, decimal?> get) => Text(name, notice => FigureText.Of(get(notice)));

    public void Put(ParquetWriter writer, int at, TNotice notice)
    {
        if (text is null)
        {
            writer.Longs(at).Add(whole!(notice));
        }
        else
        {
            writer.Texts(at).Add(text(notice));
        }
    }

    public bool IsSame(TNotice one, TNotice other) => text is null ? whole!(one) == whole(other) : text(one) == text(other);

    /// <summary>Adds the value to its column's hash; a text with its length, so that two texts are never one.</summary>
    public void Hash(ContentHash content, int at, TNotice notice)
    {
        if (text is null)
        {
            content.Add(at, [whole!(notice)]);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(text(notice));
        content.Add(at, [bytes.LongLength]);
        content.Add(at, bytes);
    }
}
