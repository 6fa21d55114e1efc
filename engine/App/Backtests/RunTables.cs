using Workbench.Core;
using Workbench.Data.Parquet;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The tables of a run's folder: fills, trades and equity as Parquet, open to any tool.</summary>
static class RunTables
{
    public const string FillsFile = "fills.parquet";
    public const string TradesFile = "trades.parquet";
    public const string EquityFile = "equity.parquet";

    // Six decimals leave room for nine million million units of a weak currency.
    const int MoneyScale = 6;

    /// <summary>Every execution.</summary>
    public static ParquetTableWriter<Fill> Fills(string folder) => new(
        Path.Combine(folder, FillsFile),
        TableColumn<Fill>.Time("time", fill => fill.Time),
        TableColumn<Fill>.Whole("order", fill => fill.ClientOrderId),
        TableColumn<Fill>.Text("instrument", fill => fill.Instrument.Symbol),
        TableColumn<Fill>.Text("side", fill => Name(fill.Side)),
        TableColumn<Fill>.Text("type", fill => Name(fill.Type)),
        TableColumn<Fill>.Decimal("qty", fill => fill.Qty),
        TableColumn<Fill>.Decimal("price", fill => fill.Price),
        TableColumn<Fill>.Decimal("commission", fill => fill.Commission, MoneyScale),
        TableColumn<Fill>.Decimal("spread", fill => fill.SpreadCost, MoneyScale),
        TableColumn<Fill>.Decimal("slippage", fill => fill.SlippageCost, MoneyScale),
        TableColumn<Fill>.Decimal("position", fill => fill.PositionAfter),
        TableColumn<Fill>.Decimal("equity", fill => fill.EquityAfter, MoneyScale),
        TableColumn<Fill>.Text("tag", fill => fill.Tag));

    /// <summary>Every round trip; what was left open comes last and says so.</summary>
    public static ParquetTableWriter<RoundTrip> Trades(string folder) => new(
        Path.Combine(folder, TradesFile),
        TableColumn<RoundTrip>.Text("instrument", trade => trade.Instrument.Symbol),
        TableColumn<RoundTrip>.Text("side", trade => Name(trade.Side)),
        TableColumn<RoundTrip>.Decimal("qty", trade => trade.Qty),
        TableColumn<RoundTrip>.Time("entryTime", trade => trade.EntryTime),
        TableColumn<RoundTrip>.Decimal("entryPrice", trade => trade.EntryPrice),
        TableColumn<RoundTrip>.Time("exitTime", trade => trade.ExitTime),
        TableColumn<RoundTrip>.Decimal("exitPrice", trade => trade.ExitPrice),
        TableColumn<RoundTrip>.Decimal("pnl", trade => trade.NetPnl, MoneyScale),
        TableColumn<RoundTrip>.Decimal("commission", trade => trade.Commission, MoneyScale),
        TableColumn<RoundTrip>.Decimal("spread", trade => trade.SpreadCost, MoneyScale),
        TableColumn<RoundTrip>.Decimal("slippage", trade => trade.SlippageCost, MoneyScale),
        TableColumn<RoundTrip>.Text("entryTag", trade => trade.EntryTag),
        TableColumn<RoundTrip>.Text("exitTag", trade => trade.ExitTag),
        TableColumn<RoundTrip>.Flag("open", trade => trade.IsOpen));

    /// <summary>Equity at the points of the run's grid.</summary>
    public static ParquetTableWriter<EquityPoint> Equity(string folder) => new(
        Path.Combine(folder, EquityFile),
        TableColumn<EquityPoint>.Time("time", point => point.Time),
        TableColumn<EquityPoint>.Decimal("equity", point => point.Equity, MoneyScale),
        TableColumn<EquityPoint>.Decimal("grossExposure", point => point.GrossExposure, MoneyScale),
        TableColumn<EquityPoint>.Decimal("netExposure", point => point.NetExposure, MoneyScale));

    static string Name(Side side) => side == Side.Buy ? "buy" : "sell";

    static string Name(OrderType type) => type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => "limit",
        _ => "stop",
    };
}
