using System.Globalization;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>Wire ⇄ Model: instruments, prices, orders. Pure.</summary>
static class OandaMap
{
    const string CarriedTag = "filled ";

    /// <summary>Order types the venue takes by themselves. Its trailing stops exist only fastened to a trade, and its stop with a bound is no
    /// stop-limit: beyond the bound it is cancelled and does not rest.</summary>
    public static IReadOnlyList<OrderType> Types { get; } = [OrderType.Market, OrderType.Limit, OrderType.Stop, OrderType.MarketIfTouched];

    public static IReadOnlyList<TimeInForce> TimesInForce { get; } =
        [TimeInForce.Gtc, TimeInForce.Day, TimeInForce.Gtd, TimeInForce.Ioc, TimeInForce.Fok];

    public static Instrument Instrument(OandaInstrument wire, string symbol)
    {
        var between = wire.Name.LastIndexOf('_');
        return new Instrument
        {
            Symbol = symbol,
            Venue = "oanda",
            AssetClass = wire.Type == "CURRENCY" ? AssetClass.Forex : AssetClass.Cfd,
            BaseCurrency = wire.Name[..between],
            QuoteCurrency = wire.Name[(between + 1)..],
            PriceScale = wire.DisplayPrecision,
            SizeScale = wire.TradeUnitsPrecision,
            TickSize = Scaled.ToDecimal(1, (byte)wire.DisplayPrecision),
            PipSize = PowerOfTen(wire.PipLocation),
            LotStep = Scaled.ToDecimal(1, (byte)wire.TradeUnitsPrecision),
            MinQty = wire.MinimumTradeSize,
            MaxQty = wire.MaximumOrderUnits,
        };
    }

    /// <summary>The top of the ladder, or null where nobody can trade at it: a price of a closed market is none. What is finer than the
    /// instrument's grid is rounded against the trader.</summary>
    public static Tick? Tick(OandaPrice wire, Instrument instrument)
    {
        if (wire.Bids is not [var bid, ..] || wire.Asks is not [var ask, ..] || !(wire.Tradeable ?? wire.Status is null or "tradeable"))
        {
            return null;
        }

        return new Tick(instrument, Time(wire.Time),
            instrument.ToRaw(OnGrid(bid.Price, instrument, decimal.Floor)), instrument.ToRaw(OnGrid(ask.Price, instrument, decimal.Ceiling)),
            Size(bid, instrument), Size(ask, instrument));
    }

    public static Bar Bar(OandaCandle wire, OandaOhlc mid, Instrument instrument)
    {
        var open = Time(wire.Time);
        var scale = (byte)(instrument.PriceScale + 1);
        return new Bar
        {
            Instrument = instrument,
            Spec = new BarSpec(BarUnit.Time, UtcNanos.Minute),
            PriceScale = scale,
            OpenNanos = open,
            CloseNanos = open + UtcNanos.Minute,
            OpenRaw = Scaled.FromDecimal(mid.O, scale),
            HighRaw = Scaled.FromDecimal(mid.H, scale),
            LowRaw = Scaled.FromDecimal(mid.L, scale),
            CloseRaw = Scaled.FromDecimal(mid.C, scale),
            Count = wire.Volume,
        };
    }

    /// <summary>What is held of an instrument. A hedging account may hold both sides; their average price means nothing then.</summary>
    public static VenuePosition Position(OandaPosition wire, OandaSymbols symbols)
    {
        var isHedged = wire.Long.Units != 0m && wire.Short.Units != 0m;
        var side = wire.Long.Units != 0m ? wire.Long : wire.Short;
        return new VenuePosition(symbols.Of(wire.Instrument), wire.Long.Units + wire.Short.Units, isHedged ? 0m : side.AveragePrice ?? 0m);
    }

    /// <summary>Why the venue could not take the order as it is; null where it can.</summary>
    public static string? Unfit(OrderRequest order)
    {
        var isNow = order.TimeInForce is TimeInForce.Ioc or TimeInForce.Fok;
        return !Types.Contains(order.Type) ? $"OANDA has no {order.Type} orders."
            : order.PostOnly ? "OANDA has no post-only orders."
            : order.DisplayQty != 0m ? "OANDA has no icebergs."
            : order.Type is OrderType.Stop or OrderType.MarketIfTouched && isNow ? $"OANDA's {order.Type} orders wait: they cannot be {order.TimeInForce}."
            : order.OrderQty <= order.CumQty ? "Nothing is left of the order."
            : null;
    }

    /// <summary>The order as it is sent. Of an amended one only what is still open: the venue counts anew, and a tag tells it what was filled before.</summary>
    public static OandaOrderBody Body(OrderRequest order)
    {
        var isMarket = order.Type == OrderType.Market;
        var open = order.OrderQty - order.CumQty;
        return new OandaOrderBody(new OandaOrderRequest(
            Type(order.Type),
            OandaSymbols.NameOf(order.Instrument),
            Text(order.Side == Side.Buy ? open : -open),
            isMarket ? Now(order) : TimeInForceOf(order.TimeInForce),
            order.ReduceOnly ? "REDUCE_ONLY" : "DEFAULT",
            new OandaExtensions { Id = order.ClOrdId, Tag = order.CumQty == 0m ? null : CarriedTag + Text(order.CumQty) })
        {
            Price = isMarket ? null : Text(order.Type == OrderType.Limit ? order.Price : order.StopPx),
            GtdTime = order.TimeInForce == TimeInForce.Gtd ? UtcNanos.ToIso(order.ExpireNanos) : null,
        });
    }

    /// <summary>What had been filled of the order before it was amended.</summary>
    public static decimal Carried(OandaExtensions? extensions) =>
        extensions?.Tag is { } tag && tag.StartsWith(CarriedTag, StringComparison.Ordinal)
        && decimal.TryParse(tag.AsSpan(CarriedTag.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var qty) ? qty : 0m;

    /// <summary>Terms of an order from what the venue has of it.</summary>
    public static OrderTerms Terms(OrderType type, decimal? units, decimal? price, decimal carried)
    {
        var at = price ?? 0m;
        return new OrderTerms(Math.Abs(units ?? 0m) + carried, type == OrderType.Limit ? at : 0m, type is OrderType.Limit or OrderType.Market ? 0m : at);
    }

    /// <summary>A working order in a list. What is fastened to a trade tells neither instrument nor units: the trade does.</summary>
    public static VenueOrder? Listed(OandaOrder wire, IReadOnlyList<OandaTrade> trades, OandaSymbols symbols)
    {
        if (wire.Instrument is not null)
        {
            return Order(wire, OrdStatus.New, symbols, Carried(wire.ClientExtensions));
        }

        return trades.FirstOrDefault(each => each.Id == wire.TradeId) is { } trade
            ? Order(wire with { Instrument = trade.Instrument, Units = -trade.CurrentUnits, Price = wire.Price ?? wire.TrailingStopValue }, OrdStatus.New, symbols, 0m)
            : null;
    }

    /// <summary>An order as the venue has it.</summary>
    /// <param name="wire">The venue's own.</param>
    /// <param name="status">Where it stands.</param>
    /// <param name="symbols">How the house spells its instrument.</param>
    /// <param name="carried">What was filled of it under earlier ids.</param>
    public static VenueOrder Order(OandaOrder wire, OrdStatus status, OandaSymbols symbols, decimal carried)
    {
        var type = TypeOf(wire.Type);
        return new VenueOrder(wire.ClientExtensions?.Id ?? "", wire.Id, symbols.Of(wire.Instrument), status)
        {
            Side = wire.Units < 0m ? Side.Sell : Side.Buy,
            Type = type,
            TimeInForce = TimeInForceOf(wire.TimeInForce),
            Terms = Terms(type, wire.Units, wire.Price, carried),
            CumQty = carried,
            Time = Time(wire.CancelledTime ?? wire.FilledTime ?? wire.CreateTime),
        };
    }

    public static OrderType TypeOf(string word) => word.EndsWith("_ORDER", StringComparison.Ordinal) ? TypeOf(word[..^6]) : word switch
    {
        "LIMIT" or "TAKE_PROFIT" => OrderType.Limit,
        "STOP" or "STOP_LOSS" or "GUARANTEED_STOP_LOSS" => OrderType.Stop,
        "MARKET_IF_TOUCHED" => OrderType.MarketIfTouched,
        "TRAILING_STOP_LOSS" => OrderType.TrailingStop,
        _ => OrderType.Market,
    };

    /// <summary>UTC nanoseconds of an RFC 3339 time with up to nine decimals; 0 for none.</summary>
    /// <exception cref="FormatException">It is no such time.</exception>
    public static long Time(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return 0;
        }

        var end = text.Length - 1;
        if (end < 19 || text[end] != 'Z' || (end > 19 && (text[19] != '.' || end > 29)))
        {
            throw new FormatException($"'{text}' is no time in RFC 3339 and UTC.");
        }

        var seconds = DateTime.ParseExact(text.AsSpan(0, 19), "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
        var fraction = end > 20 ? long.Parse(text.AsSpan(20, end - 20), NumberStyles.None, CultureInfo.InvariantCulture) * Scaled.PowerOfTen(9 - (end - 20)) : 0;
        return UtcNanos.From(seconds) + fraction;
    }

    /// <summary>A decimal as the venue wants it: without zeros at the end, which it would count as precision.</summary>
    public static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    // A market order cannot wait here. All or nothing is the venue's own default; an exit rather gets out in part than not at all.
    static string Now(OrderRequest order) =>
        order.TimeInForce == TimeInForce.Ioc || (order.ReduceOnly && order.TimeInForce != TimeInForce.Fok) ? "IOC" : "FOK";

    static string Type(OrderType type) => type switch
    {
        OrderType.Market => "MARKET",
        OrderType.Limit => "LIMIT",
        OrderType.Stop => "STOP",
        OrderType.MarketIfTouched => "MARKET_IF_TOUCHED",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Asked for before whether it is fit."),
    };

    static string TimeInForceOf(TimeInForce time) => time switch
    {
        TimeInForce.Day => "GFD",
        TimeInForce.Ioc => "IOC",
        TimeInForce.Fok => "FOK",
        TimeInForce.Gtd => "GTD",
        _ => "GTC",
    };

    static TimeInForce TimeInForceOf(string? word) => word switch
    {
        "GFD" => TimeInForce.Day,
        "IOC" => TimeInForce.Ioc,
        "FOK" => TimeInForce.Fok,
        "GTD" => TimeInForce.Gtd,
        _ => TimeInForce.Gtc,
    };

    static decimal OnGrid(decimal price, Instrument instrument, Func<decimal, decimal> round)
    {
        var unit = Scaled.PowerOfTen(instrument.PriceScale);
        return round(price * unit) / unit;
    }

    static long Size(OandaLevel level, Instrument instrument) => instrument.SizeToRaw(Math.Round(level.Liquidity, instrument.SizeScale, MidpointRounding.ToZero));

    static decimal PowerOfTen(int power) => power < 0 ? Scaled.ToDecimal(1, (byte)-power) : Scaled.PowerOfTen(power);
}
