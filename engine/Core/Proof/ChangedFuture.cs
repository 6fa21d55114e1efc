namespace Workbench.Core;

/// <summary>
/// Data as they were up to a cut and changed from there on: what comes at the cut or later, and of a bar that is open at the cut all
/// but its open. Same values, same changed tape.
/// </summary>
/// <param name="Cut">First instant whose events are changed, UTC nanoseconds.</param>
/// <param name="Change">What is done to them.</param>
/// <param name="Seed">Seed of what is done by dice.</param>
public sealed record ChangedFuture(long Cut, FutureChange Change, long Seed)
{
    /// <summary>The tape with its future changed.</summary>
    /// <param name="tape">The tape as it was; it is not to be read by others.</param>
    /// <param name="first">Keeps the first event that was changed, where anybody wants to know.</param>
    public Tape Over(Tape tape, FirstChange? first = null) => tape.With(Over(tape.Cursor!, first));

    /// <summary>A tape of any kind with its future changed, a calendar's as events or as entries.</summary>
    /// <param name="tape">The <see cref="ICursor{TBatch}"/> of a kind.</param>
    /// <param name="first">Keeps the first event that was changed, where anybody wants to know.</param>
    public IDisposable Over(IDisposable tape, FirstChange? first = null) => tape switch
    {
        ICursor<TickBatch> ticks => Over(ticks, first),
        ICursor<TradeBatch> trades => Over(trades, first),
        ICursor<DepthBatch> depth => Over(depth, first),
        ICursor<BarBatch> bars => Over(bars, first),
        ICursor<NoticeBatch<News>> news => Over(news, first),
        ICursor<NoticeBatch<CalendarEvent>> calendar => Over(calendar, first),
        ICursor<NoticeBatch<CalendarEntry>> entries => Over(entries, first),
        ICursor<NoticeBatch<Sentiment>> sentiment => Over(sentiment, first),
        _ => throw new InvalidOperationException($"Nobody changes a tape of {tape}."),
    };

    /// <summary>Quotes with their future changed.</summary>
    public ICursor<TickBatch> Over(ICursor<TickBatch> ticks, FirstChange? first = null) => Over(ticks, TickColumns.Instance, first);

    /// <summary>Prints with their future changed.</summary>
    public ICursor<TradeBatch> Over(ICursor<TradeBatch> trades, FirstChange? first = null) => Over(trades, TradeColumns.Instance, first);

    /// <summary>Changes of an order book with their future changed: prices and sizes, not which side they are of.</summary>
    public ICursor<DepthBatch> Over(ICursor<DepthBatch> depth, FirstChange? first = null) => Over(depth, DepthColumns.Instance, first);

    /// <summary>Stored bars with their future changed.</summary>
    public ICursor<BarBatch> Over(ICursor<BarBatch> bars, FirstChange? first = null) => Over(bars, BarColumns.Instance, first);

    /// <summary>News, events or entries of a calendar, or sentiment with their future changed.</summary>
    public ICursor<NoticeBatch<TNotice>> Over<TNotice>(ICursor<NoticeBatch<TNotice>> notices, FirstChange? first = null)
        where TNotice : class, INotice => new ChangedNotices<TNotice>(notices, this, first);

    ChangedCursor<TBatch> Over<TBatch>(ICursor<TBatch> inner, IBatchColumns<TBatch> columns, FirstChange? first) => Change == FutureChange.Cut
        ? new CutCursor<TBatch>(inner, columns, Cut, first)
        : new PoisonedCursor<TBatch>(inner, columns, this, first);
}
