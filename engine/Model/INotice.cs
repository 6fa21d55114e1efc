namespace Workbench.Model;

/// <summary>Something that became known at one instant and is told once, whole: news, a word of the economic calendar, a measure of sentiment. It never changes afterwards.</summary>
public interface INotice
{
    /// <summary>When it became known, UTC nanoseconds.</summary>
    long TimeNanos { get; }

    /// <summary>Whose it is: an instrument's symbol, or a currency of the calendar, such as <c>USD</c>.</summary>
    string Symbol { get; }
}
