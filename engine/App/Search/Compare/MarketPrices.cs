using Workbench.Model;
using Workbench.Research.Compare;

namespace Workbench.App;

/// <summary>What the market did over the periods of a search, which keeps returns and no prices.</summary>
static class MarketPrices
{
    /// <summary>The last price before the end of each period; null where the lake does not hold the data, or holds others by now.</summary>
    /// <param name="lake">Where they lie.</param>
    /// <param name="data">What the search saw.</param>
    /// <param name="ends">Ends of the periods, UTC nanoseconds, rising.</param>
    public static EquityLine? Of(IHistory lake, DataIdentity data, IReadOnlyList<long> ends)
    {
        try
        {
            var instrument = lake.Instrument(data.Instrument);
            var asked = DataRequest.Parse($"{data.Instrument}:{data.Kind}");
            var range = new TimeRange(data.From, data.To);
            return asked.Kind is { } kind && lake.Describe(instrument, kind, asked.Bars, range).Sha256 == data.Sha256 ? Read(lake, instrument, asked, range, ends) : null;
        }
        catch (WorkbenchException)
        {
            return null;
        }
    }

    static EquityLine Read(IHistory lake, Instrument instrument, DataRequest asked, TimeRange range, IReadOnlyList<long> ends)
    {
        var line = new MarketLine(ends);
        switch (asked.Kind)
        {
            case DataKind.Ticks:
                Walk(lake.Ticks(instrument, range), new TickBatch { WantsSizes = false }, batch => line.Take(batch.Time, batch.Bid, batch.Count));
                break;
            case DataKind.Trades:
                Walk(lake.Trades(instrument, range), new TradeBatch(), batch => line.Take(batch.Time, batch.Price, batch.Count));
                break;
            case DataKind.Depth:
                WalkBook(lake.Depth(instrument, range), line);
                break;
            default:
                Walk(lake.Bars(instrument, asked.Bars, range), new BarBatch(), batch => line.Take(batch.CloseTime, batch.Close, batch.Count));
                break;
        }

        return line.Line();
    }

    static void Walk<TBatch>(ICursor<TBatch> tape, TBatch batch, Action<TBatch> take)
    {
        using (tape)
        {
            while (tape.Read(batch))
            {
                take(batch);
            }
        }
    }

    /// <summary>The best bid after each message, as of ticks.</summary>
    static void WalkBook(ICursor<DepthBatch> tape, MarketLine line)
    {
        var book = new OrderBook(tape.Instrument);
        var (time, bid) = (new long[1], new long[1]);
        Walk(tape, new DepthBatch(), batch =>
        {
            for (var i = 0; i < batch.Count; i++)
            {
                book.Apply(batch.Side[i], batch.Price[i], batch.Size[i], batch.Flags[i]);
                if ((batch.Flags[i] & DepthFlags.End) != 0 && book.Depth(Side.Buy) > 0)
                {
                    (time[0], bid[0]) = (batch.Time[i], book.Level(Side.Buy, 0).PriceRaw);
                    line.Take(time, bid, 1);
                }
            }
        });
    }

    /// <summary>Keeps the last price before each end. Only what it is beside the others counts, so prices stay scaled.</summary>
    sealed class MarketLine(IReadOnlyList<long> ends)
    {
        readonly List<long> times = [];
        readonly List<double> prices = [];
        int at;
        long last;

        public void Take(long[] time, long[] price, int count)
        {
            for (var i = 0; i < count; i++)
            {
                while (at < ends.Count && time[i] > ends[at])
                {
                    Keep(ends[at++]);
                }

                if (last == 0)
                {
                    times.Add(time[i]);
                    prices.Add(price[i]);
                }

                last = price[i];
            }
        }

        public EquityLine Line()
        {
            while (at < ends.Count)
            {
                Keep(ends[at++]);
            }

            return new EquityLine(times, prices);
        }

        void Keep(long end)
        {
            if (last != 0 && (times.Count == 0 || end > times[^1]))
            {
                times.Add(end);
                prices.Add(last);
            }
        }
    }
}
