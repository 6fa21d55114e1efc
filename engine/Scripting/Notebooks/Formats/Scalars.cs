using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace Workbench.Scripting.Notebooks;

/// <summary>Values that are one word: numbers, texts, times, names, and the nouns of the trade.</summary>
static class Scalars
{
    /// <summary>The word, or null for a value with parts.</summary>
    /// <param name="value">The value.</param>
    /// <param name="alone">Whether it is all there is to see.</param>
    public static Word? Of(object? value, bool alone = false) => value switch
    {
        null => new Word("null", WordKind.Soft),
        Thrown thrown => new Word(thrown.Title, WordKind.Error),
        string text => new Word(text),
        char sign => new Word(sign.ToString()),
        StringBuilder text => new Word(text.ToString()),
        bool truth => new Word(truth ? "true" : "false"),
        Enum named => new Word(named.ToString()),
        Type type => new Word(TypeName.Of(type)),
        DBNull => new Word("null", WordKind.Soft),
        _ => Digits.Of(value, alone) ?? Time(value) ?? Market(value) ?? Opaque(value) ?? (alone ? null : Spoken(value)),
    };

    /// <summary>A text of the type's own making; null where it has none of its own. A record's is not asked: one that holds itself would never end.</summary>
    public static Word? Spoken(object value)
    {
        if (value is System.Collections.IEnumerable || !Speaks(value.GetType()))
        {
            return null;
        }

        return Thrown.Or(() => value is IFormattable text ? text.ToString(null, CultureInfo.InvariantCulture) : value.ToString()) switch
        {
            string said => new Word(said),
            Thrown thrown => new Word(thrown.Title, WordKind.Error),
            _ => new Word("", WordKind.Soft),
        };
    }

    static bool Speaks(Type type)
    {
        var own = type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance, []);
        return own is not null && own.DeclaringType != typeof(object) && own.DeclaringType != typeof(ValueType)
            && !own.IsDefined(typeof(CompilerGeneratedAttribute)) && !own.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute))
            && !typeof(ITuple).IsAssignableFrom(type);
    }

    static Word? Time(object value) => value switch
    {
        DateTime { Kind: DateTimeKind.Utc } time => new Word(Clock(time) + "Z"),
        DateTime { Kind: DateTimeKind.Local } time => new Word(Clock(time) + time.ToString("zzz", CultureInfo.InvariantCulture)),
        DateTime { TimeOfDay.Ticks: 0 } day => new Word(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime time => new Word(Clock(time)),
        DateTimeOffset time => new Word(Clock(time.DateTime) + (time.Offset == TimeSpan.Zero ? "Z" : time.ToString("zzz", CultureInfo.InvariantCulture))),
        DateOnly day => new Word(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        TimeOnly time => new Word(time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        TimeSpan span => new Word(Span(span)),
        _ => null,
    };

    static string Clock(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    static string Span(TimeSpan span)
    {
        var text = span.ToString("c", CultureInfo.InvariantCulture);
        return text.Contains('.', StringComparison.Ordinal) && span.Ticks % TimeSpan.TicksPerSecond != 0 ? text.TrimEnd('0') : text;
    }

    static Word? Market(object value) => value switch
    {
        Money or BarSpec or Bar { Instrument: not null } => new Word(value.ToString()!),
        Tick { Instrument: not null } tick => new Word(FormattableString.Invariant($"{UtcNanos.ToIso(tick.TimeNanos)} {tick.Instrument.Symbol} {tick.Bid} / {tick.Ask}")),
        Trade { Instrument: not null } trade => new Word(FormattableString.Invariant($"{UtcNanos.ToIso(trade.TimeNanos)} {trade.Instrument.Symbol} {trade.Size} at {trade.Price}")),
        Tick or Trade or Bar => new Word("empty " + TypeName.Of(value.GetType()), WordKind.Soft),
        _ => null,
    };

    // Their parts are of no use, or asking for them would wait or act.
    static Word? Opaque(object value) => value switch
    {
        ISpanFormattable or Uri or CultureInfo or TimeZoneInfo => Spoken(value),
        Delegate or Stream or Thread or Pointer or WaitHandle or TextReader or TextWriter => new Word(TypeName.Of(value.GetType()), WordKind.Soft),
        MemberInfo or Assembly or Module => Spoken(value),
        Array { Rank: > 2 } => new Word(TypeName.Of(value.GetType()), WordKind.Soft),
        _ when value.GetType().FullName!.StartsWith("System.Threading.Tasks.ValueTask", StringComparison.Ordinal) => new Word(TypeName.Of(value.GetType()), WordKind.Soft),
        _ => null,
    };
}
