using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// Stored data as a feed: event by event in the order of a backtest, each at its own time, as fast as the session takes them. A
/// session over it is a backtest that keeps a journal.
/// </summary>
sealed class LakeFeed(IHistory history, IReadOnlyList<SessionStream> streams, IReadOnlyList<Instrument> instruments, TimeRange range)
{
    /// <summary>Puts all of it into a session.</summary>
    /// <param name="take">Takes an event and its time.</param>
    /// <param name="cancel">Ends it between two events.</param>
    public void Run(Action<Input, long> take, CancellationToken cancel)
    {
        var tapes = streams.Select(stream => Reading.Of(history, stream, IndexOf(stream.Instrument.Symbol), range)).ToList();
        try
        {
            while (Earliest(tapes) is { } next)
            {
                cancel.ThrowIfCancellationRequested();
                take(next.Event(), next.Time);
                next.MoveOn();
            }
        }
        finally
        {
            tapes.ForEach(tape => tape.Dispose());
        }
    }

    /// <summary>The tape whose event is next; at one instant the first of them. Asked at each event, and so without a query.</summary>
    static Reading? Earliest(List<Reading> tapes)
    {
        Reading? first = null;
        foreach (var tape in tapes)
        {
            if (tape.Has && (first is null || tape.Time < first.Time))
            {
                first = tape;
            }
        }

        return first;
    }

    int IndexOf(string symbol)
    {
        for (var i = 0; i < instruments.Count; i++)
        {
            if (instruments[i].Symbol == symbol)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"The session has no instrument {symbol}.");
    }

    /// <summary>A tape being read.</summary>
    sealed class Reading(IBatch batch, Func<bool> read, Func<int, Input> make, Func<int, long> time, IDisposable cursor) : IDisposable
    {
        int at;

        public bool Has { get; private set; }

        public long Time => time(at);

        public static Reading Of(IHistory history, SessionStream stream, int market, TimeRange range)
        {
            // The lake's own instrument: its scales are those of its files.
            var instrument = history.Instrument(stream.Instrument.Symbol);
            var reading = stream.Kind switch
            {
                DataKind.Ticks => OfTicks(history.Ticks(instrument, range), market),
                DataKind.Trades => OfTrades(history.Trades(instrument, range), market),
                DataKind.News => OfNotices(history.News(instrument, range), market),
                DataKind.Calendar => OfNotices(history.Calendar(instrument, range), market),
                DataKind.Sentiment => OfNotices(history.Sentiment(instrument, range), market),
                _ => OfBars(history.Bars(instrument, stream.Spec(), range), market),
            };
            reading.Fill();
            return reading;
        }

        public Input Event() => make(at);

        public void MoveOn()
        {
            if (++at == batch.Count)
            {
                Fill();
            }
        }

        public void Dispose() => cursor.Dispose();

        void Fill()
        {
            at = 0;
            Has = read();
        }

        static Reading OfTicks(ICursor<TickBatch> cursor, int market)
        {
            var batch = new TickBatch();
            return new Reading(batch, () => cursor.Read(batch),
                i => Input.Tick(market, batch.Time[i], batch.Bid[i], batch.Ask[i], batch.BidSize[i], batch.AskSize[i]), i => batch.Time[i], cursor);
        }

        static Reading OfTrades(ICursor<TradeBatch> cursor, int market)
        {
            var batch = new TradeBatch();
            return new Reading(batch, () => cursor.Read(batch),
                i => Input.Trade(market, batch.Time[i], batch.Price[i], batch.Size[i], batch.Aggressor[i]), i => batch.Time[i], cursor);
        }

        static Reading OfNotices<TNotice>(ICursor<NoticeBatch<TNotice>> cursor, int market)
            where TNotice : class, INotice
        {
            var batch = new NoticeBatch<TNotice>();
            return new Reading(batch, () => cursor.Read(batch), i => Input.Notice(market, batch.Notice[i]), i => batch.Time[i], cursor);
        }

        static Reading OfBars(ICursor<BarBatch> cursor, int market)
        {
            var batch = new BarBatch();
            return new Reading(batch, () => cursor.Read(batch),
                i => Input.Bar(market, new BarFigures(batch.OpenTime[i], batch.CloseTime[i], batch.Open[i], batch.High[i], batch.Low[i], batch.Close[i], batch.Volume[i])),
                i => batch.CloseTime[i], cursor);
        }
    }
}
