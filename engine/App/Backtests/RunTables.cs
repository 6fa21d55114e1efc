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

    // Six decimals leave room for nine million million units of a weak currency.
    const int MoneyScale = 6;

    // Funding rates have eight decimals.
    const int RateScale = 9;

    /// <summary>Every execution.</summary>
    public static ParquetTableWriter<Fill> Fills(string folder) => new(
        Path.Combine(folder, FillsFile),
        TableColumn<Fill>.Time("time", (in fill) => fill.Time),
        TableColumn<Fill>.Whole("order", (in fill) => fill.ClientOrderId),
        TableColumn<Fill>.Text("instrument", (in fill) => fill.Instrument.Symbol),
        TableColumn<Fill>.Text("side", (in fill) => Name(fill.Side)),
        TableColumn<Fill>.Text("type", (in fill) => Name(fill.Type)),
        TableColumn<Fill>.Decimal("qty", (in fill) => fill.Qty),
        TableColumn<Fill>.Decimal("price", (in fill) => fill.Price),
        TableColumn<Fill>.Decimal("commission", (in fill) => fill.Commission, MoneyScale),
        TableColumn<Fill>.Decimal("spread", (in fill) => fill.SpreadCost, MoneyScale),
        TableColumn<Fill>.Decimal("slippage", (in fill) => fill.SlippageCost, MoneyScale),
        TableColumn<Fill>.Decimal("position", (in fill) => fill.PositionAfter),
        TableColumn<Fill>.Decimal("equity", (in fill) => fill.EquityAfter, MoneyScale),
        TableColumn<Fill>.Text("tag", (in fill) => fill.Tag),
        TableColumn<Fill>.Whole("script", (in fill) => fill.Book),
        TableColumn<Fill>.Flag("maker", (in fill) => fill.AddedLiquidity));

    /// <summary>Every round trip; what was left open comes last and says so.</summary>
    public static ParquetTableWriter<RoundTrip> Trades(string folder) => new(
        Path.Combine(folder, TradesFile),
        TableColumn<RoundTrip>.Text("instrument", (in trade) => trade.Instrument.Symbol),
        TableColumn<RoundTrip>.Text("side", (in trade) => Name(trade.Side)),
        TableColumn<RoundTrip>.Decimal("qty", (in trade) => trade.Qty),
        TableColumn<RoundTrip>.Time("entryTime", (in trade) => trade.EntryTime),
        TableColumn<RoundTrip>.Decimal("entryPrice", (in trade) => trade.EntryPrice),
        TableColumn<RoundTrip>.Time("exitTime", (in trade) => trade.ExitTime),
        TableColumn<RoundTrip>.Decimal("exitPrice", (in trade) => trade.ExitPrice),
        TableColumn<RoundTrip>.Decimal("pnl", (in trade) => trade.NetPnl, MoneyScale),
        TableColumn<RoundTrip>.Decimal("commission", (in trade) => trade.Costs.Commission, MoneyScale),
        TableColumn<RoundTrip>.Decimal("spread", (in trade) => trade.Costs.Spread, MoneyScale),
        TableColumn<RoundTrip>.Decimal("slippage", (in trade) => trade.Costs.Slippage, MoneyScale),
        TableColumn<RoundTrip>.Decimal("swap", (in trade) => trade.Costs.Swap, MoneyScale),
        TableColumn<RoundTrip>.Decimal("funding", (in trade) => trade.Costs.Funding, MoneyScale),
        TableColumn<RoundTrip>.Decimal("borrow", (in trade) => trade.Costs.Borrow, MoneyScale),
        TableColumn<RoundTrip>.Decimal("dividends", (in trade) => trade.Dividends, MoneyScale),
        TableColumn<RoundTrip>.Text("entryTag", (in trade) => trade.EntryTag),
        TableColumn<RoundTrip>.Text("exitTag", (in trade) => trade.ExitTag),
        TableColumn<RoundTrip>.Flag("open", (in trade) => trade.IsOpen),
        TableColumn<RoundTrip>.Text("exitReason", (in trade) => Name(trade.ExitReason)),
        TableColumn<RoundTrip>.Whole("script", (in trade) => trade.Book));

    /// <summary>Money that came or went without a trade.</summary>
    public static ParquetTableWriter<CashFlow> Cash(string folder) => new(
        Path.Combine(folder, CashFile),
        TableColumn<CashFlow>.Time("time", (in flow) => flow.Time),
        TableColumn<CashFlow>.Text("kind", (in flow) => Name(flow.Kind)),
        TableColumn<CashFlow>.Text("instrument", (in flow) => flow.Instrument.Symbol),
        TableColumn<CashFlow>.Whole("script", (in flow) => flow.Book),
        TableColumn<CashFlow>.Decimal("qty", (in flow) => flow.Qty),
        TableColumn<CashFlow>.Decimal("rate", (in flow) => flow.Rate, RateScale),
        TableColumn<CashFlow>.Decimal("amount", (in flow) => flow.Amount, MoneyScale));

    /// <summary>Equity at the points of the run's grid.</summary>
    public static ParquetTableWriter<EquityPoint> Equity(string folder) => new(
        Path.Combine(folder, EquityFile),
        TableColumn<EquityPoint>.Time("time", (in point) => point.Time),
        TableColumn<EquityPoint>.Decimal("equity", (in point) => point.Equity, MoneyScale),
        TableColumn<EquityPoint>.Decimal("grossExposure", (in point) => point.GrossExposure, MoneyScale),
        TableColumn<EquityPoint>.Decimal("netExposure", (in point) => point.NetExposure, MoneyScale));

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
