using System.Globalization;
using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>What spot and futures spell alike, and the house's words for it.</summary>
static class BinanceMap
{
    /// <summary>A number as Binance takes it: no exponent, no needless zeros.</summary>
    public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    public static long Nanos(long milliseconds) => milliseconds * UtcNanos.Millisecond;

    public static string Word(Side side) => side == Model.Side.Buy ? "BUY" : "SELL";

    public static Side Side(string word) => word == "BUY" ? Model.Side.Buy : Model.Side.Sell;

    /// <summary>The id of a fill, unique in the account: Binance counts trades by symbol.</summary>
    public static string TradeId(string symbol, long id) => string.Create(CultureInfo.InvariantCulture, $"{symbol}:{id}");

    public static TimeInForce TimeInForce(string? word) => word switch
    {
        "IOC" => Model.TimeInForce.Ioc,
        "FOK" => Model.TimeInForce.Fok,
        "GTD" => Model.TimeInForce.Gtd,
        _ => Model.TimeInForce.Gtc,
    };

    /// <summary>Where an order is. What could not be filled at once ends cancelled in this house, where Binance says expired.</summary>
    public static OrdStatus Status(string word, string type, string? timeInForce, decimal cumQty) => word switch
    {
        "PARTIALLY_FILLED" => OrdStatus.PartiallyFilled,
        "FILLED" => OrdStatus.Filled,
        "CANCELED" => OrdStatus.Canceled,
        "REJECTED" => OrdStatus.Rejected,
        "EXPIRED" or "EXPIRED_IN_MATCH" => IsImmediate(type, timeInForce) ? OrdStatus.Canceled : OrdStatus.Expired,
        _ => cumQty > 0m ? OrdStatus.PartiallyFilled : OrdStatus.New,
    };

    /// <summary>What an end that Binance calls expired is here.</summary>
    public static ExecType Expired(string type, string? timeInForce) => IsImmediate(type, timeInForce) ? ExecType.Canceled : ExecType.Expired;

    public static bool IsDone(OrdStatus status) => status is OrdStatus.Filled or OrdStatus.Canceled or OrdStatus.Rejected or OrdStatus.Expired;

    public static VenueFill Fill(BinanceTradeWire trade) => new(TradeId(trade.Symbol, trade.Id), Nanos(trade.Time), trade.Qty, trade.Price)
    {
        Commission = trade.Commission,
        CommissionCurrency = trade.CommissionAsset ?? "",
        AddedLiquidity = trade.IsMaker || trade.Maker,
    };

    /// <summary>
    /// A symbol's rules. A filter field of 0 is switched off: the precision of the asset is what is left then. Sizes are kept as
    /// fine as the asset is and not as orders are: sizes rest in real books that no order could have any more.
    /// </summary>
    public static Instrument Instrument(BinanceSymbolWire symbol, string venue, int priceDecimals, int sizeDecimals)
    {
        var tick = Filter(symbol, "PRICE_FILTER").TickSize;
        var lot = Filter(symbol, "LOT_SIZE");
        var priceScale = Scale(symbol.Symbol, tick, priceDecimals);
        var sizeScale = Math.Max(Scale(symbol.Symbol, lot.StepSize, sizeDecimals), Math.Min(sizeDecimals, 9));
        var step = lot.StepSize == 0m ? Scaled.ToDecimal(1, (byte)sizeScale) : lot.StepSize;
        return new Instrument
        {
            Symbol = symbol.Symbol,
            Venue = venue,
            AssetClass = AssetClass.Crypto,
            BaseCurrency = symbol.BaseAsset,
            QuoteCurrency = symbol.QuoteAsset,
            PriceScale = priceScale,
            SizeScale = sizeScale,
            TickSize = tick,
            LotStep = step,
            MinQty = lot.MinQty,
            MaxQty = lot.MaxQty,
        };
    }

    /// <summary>A venue's own limits, where it tells them.</summary>
    public static RateRule? Rate(BinanceLimitWire limit)
    {
        var window = limit.Interval switch
        {
            "SECOND" => TimeSpan.FromSeconds(limit.IntervalNum),
            "MINUTE" => TimeSpan.FromMinutes(limit.IntervalNum),
            "HOUR" => TimeSpan.FromHours(limit.IntervalNum),
            "DAY" => TimeSpan.FromDays(limit.IntervalNum),
            _ => TimeSpan.Zero,
        };
        return limit.Limit <= 0 || window == TimeSpan.Zero ? null : limit.RateLimitType switch
        {
            "REQUEST_WEIGHT" => Rule("weight", "X-MBX-USED-WEIGHT-", limit, window),
            "ORDERS" => Rule("orders-" + Letters(limit).ToLowerInvariant(), "X-MBX-ORDER-COUNT-", limit, window),
            _ => null,
        };
    }

    static RateRule Rule(string bucket, string header, BinanceLimitWire limit, TimeSpan window) =>
        new(bucket, limit.Limit, window) { FollowsClock = true, UsedHeader = header + Letters(limit) };

    static string Letters(BinanceLimitWire limit) => string.Create(CultureInfo.InvariantCulture, $"{limit.IntervalNum}{limit.Interval![0]}");

    static bool IsImmediate(string type, string? timeInForce) => type == "MARKET" || timeInForce is "IOC" or "FOK" or "GTX";

    static BinanceFilterWire Filter(BinanceSymbolWire symbol, string type) => symbol.Filters.FirstOrDefault(filter => filter.FilterType == type) ?? new();

    static int Scale(string symbol, decimal step, int otherwise)
    {
        var scale = step == 0m ? Math.Min(otherwise, 9) : Decimals(step);
        return scale <= 9 ? scale : throw BinanceErrors.UnusableFilter(symbol, $"a step of {Text(step)} has more than 9 decimals");
    }

    static int Decimals(decimal step)
    {
        var decimals = 0;
        while (step != decimal.Truncate(step))
        {
            step *= 10m;
            decimals++;
        }

        return decimals;
    }
}
