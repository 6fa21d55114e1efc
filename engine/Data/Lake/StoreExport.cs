namespace Workbench.Data.Lake;

/// <summary>Stored data as a file of its own, whatever store they are in.</summary>
public static class StoreExport
{
    /// <summary>Writes a stretch of a tape into a file that appears when it is whole.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="instrument">Of what.</param>
    /// <param name="kind">Which kind.</param>
    /// <param name="spec">Of bars their length and price.</param>
    /// <param name="range">Which stretch.</param>
    /// <param name="path">A file ending in .parquet, or else one that becomes a CSV, which holds ticks, prints or bars.</param>
    /// <returns>Rows written.</returns>
    /// <exception cref="WorkbenchException">Nothing is stored, it is of another kind, or the disk refuses.</exception>
    public static long Write(IMarketStore store, Instrument instrument, DataKind kind, BarSpec spec, TimeRange range, string path)
    {
        var name = kind.Name(spec);
        if (!TapeExport.IsParquet(path) && kind is not (DataKind.Ticks or DataKind.Trades or DataKind.Bars))
        {
            throw LakeErrors.NotExported(name);
        }

        var head = new ExportHead(instrument.Symbol, name, store.Describe(instrument, kind, spec, range).Source);
        using var tape = AnyTape.Open(store, instrument, kind, spec, range);
        return tape switch
        {
            ICursor<TickBatch> ticks => TapeExport.Write(ticks, new TickLayout(), head, path),
            ICursor<TradeBatch> trades => TapeExport.Write(trades, new TradeLayout(), head, path),
            ICursor<DepthBatch> depth => TapeExport.Write(depth, new DepthLayout(), head, path),
            ICursor<NoticeBatch<News>> news => TapeExport.Write(news, NoticeLayouts.News, head, path),
            ICursor<NoticeBatch<CalendarEntry>> entries => TapeExport.Write(entries, NoticeLayouts.Calendar, head, path),
            ICursor<NoticeBatch<Sentiment>> sentiment => TapeExport.Write(sentiment, NoticeLayouts.Sentiment, head, path),
            _ => TapeExport.Write((ICursor<BarBatch>)tape, new BarLayout(spec), head, path),
        };
    }
}
