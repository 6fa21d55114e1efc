namespace Workbench.Research;

/// <summary>One row of the report's trade table. Money in account currency, prices in quote currency.</summary>
/// <param name="Number">Its place in the run, from 1, by exit.</param>
/// <param name="Symbol">What was held.</param>
/// <param name="Side">Buy for a long trade, sell for a short one.</param>
/// <param name="Qty">Units held.</param>
/// <param name="EntryTime">UTC nanoseconds.</param>
/// <param name="EntryPrice">Price of the opening fill.</param>
/// <param name="ExitTime">UTC nanoseconds; the last mark for an open trade.</param>
/// <param name="ExitPrice">Price of the closing fill; the last mark for an open trade.</param>
/// <param name="Net">Profit after all costs.</param>
/// <param name="Costs">What both fills and the holding between them cost.</param>
/// <param name="EntryTag">Tag of the opening order.</param>
/// <param name="ExitTag">Tag of the closing order.</param>
/// <param name="Script">Which of the run's scripts held it, from 0.</param>
/// <param name="ExitReason">What kind of order ended it.</param>
public sealed record ListedTrade(
    long Number, string Symbol, Side Side, decimal Qty, long EntryTime, decimal EntryPrice, long ExitTime, decimal ExitPrice,
    decimal Net, decimal Costs, string EntryTag, string ExitTag, int Script, ExitReason ExitReason)
{
    public static ListedTrade From(in RoundTrip trade, long number) => new(
        number, trade.Instrument.Symbol, trade.Side, trade.Qty, trade.EntryTime, trade.EntryPrice, trade.ExitTime, trade.ExitPrice,
        trade.NetPnl, trade.Costs.Total, trade.EntryTag, trade.ExitTag, trade.Book, trade.ExitReason);
}
