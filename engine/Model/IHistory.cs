namespace Workbench.Model;

/// <summary>Port to stored market data: the lake behind it is the room Data's affair.</summary>
public interface IHistory
{
    /// <summary>The instrument as the house knows it.</summary>
    /// <exception cref="WorkbenchException">Nobody knows the symbol.</exception>
    Instrument Instrument(string symbol);

    /// <summary>Whether anything of that kind is stored for the instrument.</summary>
    bool Has(Instrument instrument, DataKind kind, BarSpec spec = default);

    /// <summary>Ticks within the range, in time order.</summary>
    ICursor<TickBatch> Ticks(Instrument instrument, TimeRange range);

    /// <summary>Prints within the range, in time order.</summary>
    ICursor<TradeBatch> Trades(Instrument instrument, TimeRange range);

    /// <summary>Changes of the order book within the range, a message after the other. A book that was known when the range begins comes first, as a
    /// snapshot at that instant; where none was, it is invalid until the first snapshot.</summary>
    ICursor<DepthBatch> Depth(Instrument instrument, TimeRange range);

    /// <summary>Stored bars whose opening time lies within the range, in time order.</summary>
    ICursor<BarBatch> Bars(Instrument instrument, BarSpec spec, TimeRange range);

    /// <summary>News on the tape of an instrument that were published within the range, in that order.</summary>
    ICursor<NoticeBatch<News>> News(Instrument instrument, TimeRange range);

    /// <summary>What became known of a currency's economic calendar within the range, as <see cref="CalendarTape"/> tells it.</summary>
    /// <param name="currency">The currency as an instrument: <see cref="Model.Instrument.OfCurrency"/>.</param>
    /// <param name="range">When it became known.</param>
    ICursor<NoticeBatch<CalendarEvent>> Calendar(Instrument currency, TimeRange range);

    /// <summary>Measures of sentiment within the range, in time order.</summary>
    ICursor<NoticeBatch<Sentiment>> Sentiment(Instrument instrument, TimeRange range);

    /// <summary>What a run over that range would see. <see cref="TimeRange.All"/> stands for all there is; the answer names its real ends. Of a calendar it counts the entries of <see cref="CalendarTape.Reach"/>.</summary>
    /// <exception cref="WorkbenchException">Nothing is stored within the range.</exception>
    DataIdentity Describe(Instrument instrument, DataKind kind, BarSpec spec, TimeRange range);
}
