using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>A stored tape being read event by event.</summary>
/// <param name="batch">The events at hand.</param>
/// <param name="read">Brings the next batch; false at the end.</param>
/// <param name="times">When the events at hand are known.</param>
/// <param name="make">Makes an input of one of them.</param>
/// <param name="cursor">What is closed with it.</param>
/// <param name="isPast">Whether they end at their time, as bars do, instead of beginning at it.</param>
sealed class LakeReading(IBatch batch, Func<bool> read, long[] times, Func<int, Input> make, IDisposable cursor, bool isPast = false) : IDisposable
{
    int at;

    /// <summary>Whether an event is at hand.</summary>
    public bool Has { get; private set; }

    /// <summary>Its time, UTC nanoseconds.</summary>
    public long Time => times[at];

    /// <summary>Whether its event comes before that of another tape: by time, and at one instant what ends there before what begins, as in a backtest.</summary>
    public bool Precedes(LakeReading other) => Time != other.Time ? Time < other.Time : isPast && !other.IsPast;

    bool IsPast => isPast;

    /// <summary>Opens a stream's tape at its first event.</summary>
    public static LakeReading Of(IHistory history, SessionStream stream, int market, TimeRange range)
    {
        // The lake's own instrument: its scales are those of its files.
        var instrument = history.Instrument(stream.Instrument.Symbol);
        var reading = stream.Kind switch
        {
            DataKind.Ticks => OfTicks(history.Ticks(instrument, range), market),
            DataKind.Trades => OfTrades(history.Trades(instrument, range), market),
            DataKind.Depth => OfDepth(new DepthMessages(history.Depth(instrument, range)), market),
            DataKind.News => OfNotices(history.News(instrument, range), market),
            DataKind.Calendar => OfNotices(history.Calendar(instrument, range), market),
            DataKind.Sentiment => OfNotices(history.Sentiment(instrument, range), market),
            _ => OfBars(history.Bars(instrument, stream.Spec(), range), market),
        };
        reading.Fill();
        return reading;
    }

    /// <summary>The event at hand.</summary>
    public Input Event() => make(at);

    /// <summary>On to the next event.</summary>
    public void MoveOn()
    {
        if (++at == batch.Count)
        {
            Fill();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => cursor.Dispose();

    void Fill()
    {
        at = 0;
        Has = read();
    }

    static LakeReading OfTicks(ICursor<TickBatch> cursor, int market)
    {
        var batch = new TickBatch();
        return new LakeReading(batch, () => cursor.Read(batch), batch.Time,
            i => Input.Tick(market, batch.Time[i], batch.Bid[i], batch.Ask[i], batch.BidSize[i], batch.AskSize[i]), cursor);
    }

    static LakeReading OfTrades(ICursor<TradeBatch> cursor, int market)
    {
        var batch = new TradeBatch();
        return new LakeReading(batch, () => cursor.Read(batch), batch.Time,
            i => Input.Trade(market, batch.Time[i], batch.Price[i], batch.Size[i], batch.Aggressor[i]), cursor);
    }

    static LakeReading OfDepth(DepthMessages messages, int market) =>
        new(messages, messages.Next, messages.Times, _ => Input.Depth(market, messages.Times[0], messages.Rows()), messages);

    static LakeReading OfNotices<TNotice>(ICursor<NoticeBatch<TNotice>> cursor, int market)
        where TNotice : class, INotice
    {
        var batch = new NoticeBatch<TNotice>();
        return new LakeReading(batch, () => cursor.Read(batch), batch.Time, i => Input.Notice(market, batch.Notice[i]), cursor);
    }

    static LakeReading OfBars(ICursor<BarBatch> cursor, int market)
    {
        var batch = new BarBatch();
        return new LakeReading(batch, () => cursor.Read(batch), batch.CloseTime,
            i => Input.Bar(market, new BarFigures(batch.OpenTime[i], batch.CloseTime[i], batch.Open[i], batch.High[i], batch.Low[i], batch.Close[i], batch.Volume[i])),
            cursor, isPast: true);
    }
}
