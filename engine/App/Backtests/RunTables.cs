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
    public const string CashFile = "cash.parquet";
    public const string OrdersFile = "orders.parquet";

    // Six decimals leave room for nine million million units of a weak currency.
    const int MoneyScale = 6;

    // Funding rates have eight decimals.
    const int RateScale = 9;

    /// <summary>Every execution.</summary>
    public static ParquetTableWriter<Row<Fill>> Fills(string folder) => new(
        Path.Combine(folder, FillsFile),
        TableColumn<Row<Fill>>.Time("time", (in fill) => fill.Value.Time),
        TableColumn<Row<Fill>>.Whole("order", (in fill) => fill.Value.ClientOrderId),
        TableColumn<Row<Fill>>.Text("instrument", (in fill) => fill.Value.Instrument.Symbol),
        TableColumn<Row<Fill>>.Text("side", (in fill) => Name(fill.Value.Side)),
        TableColumn<Row<Fill>>.Text("type", (in fill) => Name(fill.Value.Type)),
        TableColumn<Row<Fill>>.Decimal("qty", (in fill) => fill.Value.Qty),
        TableColumn<Row<Fill>>.Decimal("price", (in fill) => fill.Value.Price),
        TableColumn<Row<Fill>>.Decimal("commission", (in fill) => fill.Value.Commission, MoneyScale),
        TableColumn<Row<Fill>>.Decimal("spread", (in fill) => fill.Value.SpreadCost, MoneyScale),
        TableColumn<Row<Fill>>.Decimal("slippage", (in fill) => fill.Value.SlippageCost, MoneyScale),
        TableColumn<Row<Fill>>.Decimal("position", (in fill) => fill.Value.PositionAfter),
        TableColumn<Row<Fill>>.Decimal("equity", (in fill) => fill.Value.EquityAfter, MoneyScale),
        TableColumn<Row<Fill>>.Text("tag", (in fill) => fill.Value.Tag),
        TableColumn<Row<Fill>>.Whole("script", (in fill) => fill.Value.Book),
        TableColumn<Row<Fill>>.Flag("maker", (in fill) => fill.Value.AddedLiquidity));

    /// <summary>Every round trip; what was left open comes last and says so.</summary>
    public static ParquetTableWriter<Row<RoundTrip>> Trades(string folder) => new(
        Path.Combine(folder, TradesFile),
        TableColumn<Row<RoundTrip>>.Text("instrument", (in trade) => trade.Value.Instrument.Symbol),
        TableColumn<Row<RoundTrip>>.Text("side", (in trade) => Name(trade.Value.Side)),
        TableColumn<Row<RoundTrip>>.Decimal("qty", (in trade) => trade.Value.Qty),
        TableColumn<Row<RoundTrip>>.Time("entryTime", (in trade) => trade.Value.EntryTime),
        TableColumn<Row<RoundTrip>>.Decimal("entryPrice", (in trade) => trade.Value.EntryPrice),
        TableColumn<Row<RoundTrip>>.Time("exitTime", (in trade) => trade.Value.ExitTime),
        TableColumn<Row<RoundTrip>>.Decimal("exitPrice", (in trade) => trade.Value.ExitPrice),
        TableColumn<Row<RoundTrip>>.Decimal("pnl", (in trade) => trade.Value.NetPnl, MoneyScale),
        TableColumn<Row<RoundTrip>>.Decimal("commission", (in trade) => trade.Value.Costs.Commission, MoneyScale),
        TableColumn<Row<RoundTrip>>.Decimal("spread", (in trade) => trade.Value.Costs.Spread, MoneyScale),
        TableColumn<Row<RoundTrip>>.Decimal("slippage", (in trade) => trade.Value.Costs.Slippage, MoneyScale),
        TableColumn<Row<RoundTrip>>.Decimal("swap", (in trade) => trade.Value.Costs.Swap, MoneyScale),
        TableColumn<Row<RoundTrip>>.Decimal("funding", (in trade) => trade.Value.Costs.Funding, MoneyScale),
        TableColumn<Row<RoundTrip>>.Decimal("borrow", (in trade) => trade.Value.Costs.Borrow, MoneyScale),
        TableColumn<Row<RoundTrip>>.Decimal("dividends", (in trade) => trade.Value.Dividends, MoneyScale),
        TableColumn<Row<RoundTrip>>.Text("entryTag", (in trade) => trade.Value.EntryTag),
        TableColumn<Row<RoundTrip>>.Text("exitTag", (in trade) => trade.Value.ExitTag),
        TableColumn<Row<RoundTrip>>.Flag("open", (in trade) => trade.Value.IsOpen),
        TableColumn<Row<RoundTrip>>.Text("exitReason", (in trade) => Name(trade.Value.ExitReason)),
        TableColumn<Row<RoundTrip>>.Whole("script", (in trade) => trade.Value.Book));

    /// <summary>Money that came or went without a trade.</summary>
    public static ParquetTableWriter<Row<CashFlow>> Cash(string folder) => new(
        Path.Combine(folder, CashFile),
        TableColumn<Row<CashFlow>>.Time("time", (in flow) => flow.Value.Time),
        TableColumn<Row<CashFlow>>.Text("kind", (in flow) => Name(flow.Value.Kind)),
        TableColumn<Row<CashFlow>>.Text("instrument", (in flow) => flow.Value.Instrument.Symbol),
        TableColumn<Row<CashFlow>>.Whole("script", (in flow) => flow.Value.Book),
        TableColumn<Row<CashFlow>>.Decimal("qty", (in flow) => flow.Value.Qty),
        TableColumn<Row<CashFlow>>.Decimal("rate", (in flow) => flow.Value.Rate, RateScale),
        TableColumn<Row<CashFlow>>.Decimal("amount", (in flow) => flow.Value.Amount, MoneyScale));

    /// <summary>Every order as it stood at its end, or at that of the session.</summary>
    public static ParquetTableWriter<Order> Orders(string folder) => new(
        Path.Combine(folder, OrdersFile),
        TableColumn<Order>.Time("sent", (in order) => order.SentNanos),
        TableColumn<Order>.Whole("order", (in order) => order.ClientOrderId),
        TableColumn<Order>.Text("instrument", (in order) => order.Instrument.Symbol),
        TableColumn<Order>.Text("side", (in order) => Name(order.Side)),
        TableColumn<Order>.Text("type", (in order) => Name(order.Type)),
        TableColumn<Order>.Decimal("qty", (in order) => order.OrderQty),
        TableColumn<Order>.Decimal("filled", (in order) => order.CumQty),
        TableColumn<Order>.Text("status", (in order) => order.Status.ToString().ToLowerInvariant()),
        TableColumn<Order>.Text("tag", (in order) => order.Tag),
        TableColumn<Order>.Whole("script", (in order) => order.Book));

    /// <summary>Equity at the points of the run's grid.</summary>
    public static ParquetTableWriter<Row<EquityPoint>> Equity(string folder) => new(
        Path.Combine(folder, EquityFile),
        TableColumn<Row<EquityPoint>>.Time("time", (in point) => point.Value.Time),
        TableColumn<Row<EquityPoint>>.Decimal("equity", (in point) => point.Value.Equity, MoneyScale),
        TableColumn<Row<EquityPoint>>.Decimal("grossExposure", (in point) => point.Value.GrossExposure, MoneyScale),
        TableColumn<Row<EquityPoint>>.Decimal("netExposure", (in point) => point.Value.NetExposure, MoneyScale));

    static string Name(Side side) => side == Side.Buy ? "buy" : "sell";

    static string Name(CashFlowKind kind) => kind switch
    {
        CashFlowKind.Swap => "swap",
        CashFlowKind.Funding => "funding",
        CashFlowKind.Borrow => "borrow",
        CashFlowKind.Dividend => "dividend",
        _ => "split",
    };

    static string Name(ExitReason reason) => reason switch
    {
        ExitReason.Signal => "signal",
        ExitReason.Target => "target",
        ExitReason.Stop => "stop",
        ExitReason.TrailingStop => "trailingStop",
        ExitReason.Session => "session",
        ExitReason.StopOut => "stopOut",
        ExitReason.Risk => "risk",
        _ => "open",
    };

    static string Name(OrderType type) => type switch
    {
        OrderType.Market => "market",
        OrderType.Limit => "limit",
        OrderType.Stop => "stop",
        OrderType.StopLimit => "stop-limit",
        OrderType.MarketIfTouched => "market-if-touched",
        OrderType.LimitIfTouched => "limit-if-touched",
        OrderType.TrailingStop => "trailing-stop",
        OrderType.TrailingStopLimit => "trailing-stop-limit",
        OrderType.MarketOnOpen => "market-on-open",
        _ => "market-on-close",
    };
}
