using System.Text;

namespace Workbench.Model;

/// <summary>A column of a tape of notices, and how its value is got from one: an integer, or a text.</summary>
/// <typeparam name="TNotice">The notice.</typeparam>
public sealed class NoticeColumn<TNotice>
{
    /// <summary>Decimals of a share.</summary>
    public const int ShareScale = 8;

    readonly Func<TNotice, long>? whole;
    readonly Func<TNotice, string>? text;

    NoticeColumn(string name, ColumnUnit unit, Func<TNotice, long>? whole, Func<TNotice, string>? text) => (Column, this.whole, this.text) = (new TapeColumn(name, unit), whole, text);

    /// <summary>Name and unit.</summary>
    public TapeColumn Column { get; }

    /// <summary>Whether it holds integers; else texts.</summary>
    public bool IsWhole => whole is not null;

    /// <summary>Instant, UTC nanoseconds.</summary>
    public static NoticeColumn<TNotice> Time(string name, Func<TNotice, long> get) => new(name, ColumnUnit.Time, get, null);

    /// <summary>Share of a whole, with eight decimals.</summary>
    public static NoticeColumn<TNotice> Share(string name, Func<TNotice, decimal> get) =>
        new(name, ColumnUnit.Share, notice => Scaled.FromDecimal(Math.Round(get(notice), ShareScale), ShareScale), null);

    /// <summary>Text; empty where there is none.</summary>
    public static NoticeColumn<TNotice> Text(string name, Func<TNotice, string> get) => new(name, ColumnUnit.Text, null, get);

    /// <summary>A figure that may be missing, as <see cref="FigureText"/> has it. Figures of one calendar have no scale in common.</summary>
    public static NoticeColumn<TNotice> Figure(string name, Func<TNotice, decimal?> get) => new(name, ColumnUnit.Figure, null, notice => FigureText.Of(get(notice)));

    /// <summary>The value where it is an integer.</summary>
    public long Whole(TNotice notice) => whole!(notice);

    /// <summary>The value where it is a text.</summary>
    public string Text(TNotice notice) => text!(notice);

    /// <summary>Whether two notices have the same value.</summary>
    public bool IsSame(TNotice one, TNotice other) => IsWhole ? Whole(one) == Whole(other) : Text(one) == Text(other);

    /// <summary>Adds the value to its column's hash; a text with its length, so that two texts are never one.</summary>
    public void Hash(ContentHash content, int at, TNotice notice)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (IsWhole)
        {
            content.Add(at, [Whole(notice)]);
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(Text(notice));
        content.Add(at, [bytes.LongLength]);
        content.Add(at, bytes);
    }
}
