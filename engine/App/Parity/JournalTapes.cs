using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A session's journal as tapes of one instrument.</summary>
/// <param name="folder">The session.</param>
/// <param name="market">The instrument's number in it.</param>
/// <param name="instrument">The instrument.</param>
sealed class JournalTapes(SessionFolder folder, int market, Instrument instrument)
{
    /// <summary>The quotes that came.</summary>
    public ICursor<TickBatch> Ticks() => Of<TickBatch>(
        static input => input.Kind == InputKind.Tick ? 1 : 0,
        static (batch, tick, _) => batch.Add(tick.Time, tick.A, tick.B, tick.C, tick.D));

    /// <summary>The prints that came.</summary>
    public ICursor<TradeBatch> Trades() => Of<TradeBatch>(
        static input => input.Kind == InputKind.Trade ? 1 : 0,
        static (batch, trade, _) => batch.Add(trade.Time, trade.A, trade.B, (Side)trade.C));

    /// <summary>The messages of the order book, a row after the other.</summary>
    public ICursor<DepthBatch> Depth() => Of<DepthBatch>(
        static input => input.Kind == InputKind.Depth ? RowsOf(input).Count : 0,
        static (batch, message, at) =>
        {
            var row = RowsOf(message)[at];
            batch.Add(message.Time, row.Side, row.Price, row.Size, row.Flags);
        });

    /// <summary>The news, words of a calendar or measures of sentiment that were heard.</summary>
    public ICursor<NoticeBatch<TNotice>> Notices<TNotice>()
        where TNotice : class, INotice => Of<NoticeBatch<TNotice>>(
        static input => input.Body is TNotice ? 1 : 0,
        static (batch, told, _) =>
        {
            // Heard later than it was published.
            batch.Add((TNotice)told.Body!);
            batch.Time[batch.Count - 1] = told.Time;
        });

    JournalTape<TBatch> Of<TBatch>(Func<Input, int> countOf, Action<TBatch, Input, int> add)
        where TBatch : IBatch => new(folder, market, instrument, countOf, add);

    static IReadOnlyList<DepthChange> RowsOf(in Input message) => (IReadOnlyList<DepthChange>)message.Body!;
}
