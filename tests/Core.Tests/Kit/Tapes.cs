namespace Workbench.Core.Tests.Kit;

/// <summary>Tapes out of lists of rows.</summary>
static class Tapes
{
    public static Tape Ticks(Instrument instrument, IReadOnlyList<TickRow> rows, Func<int>? cut = null, bool ratesOnly = false) =>
        Tape.OfTicks(new ArrayCursor<TickBatch, TickRow>(
            instrument, rows, cut ?? (() => TickBatch.Capacity), batch => batch.Count = 0, (batch, row) => batch.Add(row.Time, row.Bid, row.Ask, row.BidSize, row.AskSize)), ratesOnly);

    public static Tape Trades(Instrument instrument, IReadOnlyList<TradeRow> rows, Func<int>? cut = null) =>
        Tape.OfTrades(new ArrayCursor<TradeBatch, TradeRow>(
            instrument, rows, cut ?? (() => TradeBatch.Capacity), batch => batch.Count = 0, (batch, row) => batch.Add(row.Time, row.Price, row.Size, row.Aggressor)));

    public static Tape Depth(Instrument instrument, IReadOnlyList<DepthRow> rows, Func<int>? cut = null) =>
        Tape.OfDepth(new ArrayCursor<DepthBatch, DepthRow>(
            instrument, rows, cut ?? (() => DepthBatch.Capacity), batch => batch.Count = 0, (batch, row) => batch.Add(row.Time, row.Side, row.Price, row.Size, row.Flags)));

    public static Tape Bars(Instrument instrument, BarSpec spec, IReadOnlyList<BarRow> rows, Func<int>? cut = null, bool ratesOnly = false) =>
        Tape.OfBars(Cursor(instrument, rows, cut), spec, ratesOnly);

    public static ICursor<BarBatch> Cursor(Instrument instrument, IReadOnlyList<BarRow> rows, Func<int>? cut = null) =>
        new ArrayCursor<BarBatch, BarRow>(
            instrument, rows, cut ?? (() => BarBatch.Capacity), batch => batch.Count = 0,
            (batch, row) => batch.Add(row.Open, row.Close, row.O, row.H, row.L, row.C, row.Volume));
}
