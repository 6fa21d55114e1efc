using System.Globalization;
using Workbench.Model;

namespace Workbench.App.Cells;

/// <summary>An instant as a cell writes it: <c>"2024-03-11"</c>, <c>"2024-03-11T08:00"</c> or a <see cref="DateTime"/>. UTC.</summary>
/// <param name="Text">ISO text, as <c>--from</c> and <c>--to</c> take it.</param>
public readonly record struct Moment(string Text)
{
    /// <summary>From ISO text.</summary>
    public static implicit operator Moment(string text) => new(text);

    /// <summary>From a date and time; one without a kind counts as UTC.</summary>
    public static implicit operator Moment(DateTime time) =>
        new((time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time).ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture));

    /// <summary>From a date: its first instant.</summary>
    public static implicit operator Moment(DateOnly date) => new(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A range; what is missing is open.</summary>
    internal static TimeRange Range(Moment? from, Moment? to) => CommonOptions.Range(from?.Text, to?.Text);
}
