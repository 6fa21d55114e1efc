namespace Workbench.Core;

/// <summary>The one way to a broker: what it lets through carries its approval, what it refuses gets a reason and no market.</summary>
sealed class RiskGate(Margin margin)
{
    /// <summary>Tells whether the venue has closed the account; set by whoever puts the run together.</summary>
    public Func<bool> IsClosed { private get; set; } = static () => false;

    /// <summary>The trader's own limits; set by whoever puts the run together.</summary>
    public RiskWatch? Watch { private get; set; }

    /// <summary>Approves an order, or says why not.</summary>
    public RiskApproved<Order>? Approve(Market market, Order order, out Refusal refusal)
    {
        refusal = Check(market, order);
        if (refusal.Is)
        {
            Watch?.Refused(order);
            return null;
        }

        Watch?.Sent(market);
        return new RiskApproved<Order>(order);
    }

    /// <summary>Approves an amendment of a working order, or says why not.</summary>
    public RiskApproved<OrderTerms>? Approve(Market market, Order order, OrderTerms terms, out Refusal refusal)
    {
        refusal = Check(market, order, terms);
        if (refusal.Is)
        {
            return null;
        }

        Watch?.Sent(market);
        return new RiskApproved<OrderTerms>(terms);
    }

    /// <summary>An approved order as it leaves for a real venue.</summary>
    public static RiskApproved<OrderRequest> Leave(RiskApproved<Order> approved, string clOrdId) => new(Request(approved.Value, clOrdId));

    /// <summary>An approved exit as it leaves, with what its entry left it: it may only reduce where the venue understands that.</summary>
    public static RiskApproved<OrderRequest> Leave(RiskApproved<Order> approved, string clOrdId, OrderTerms terms, bool reduceOnly) => new(Request(approved.Value, clOrdId) with
    {
        OrderQty = terms.OrderQty,
        Price = terms.Price,
        StopPx = terms.StopPx,
        ReduceOnly = reduceOnly,
    });

    /// <summary>Approved terms of an order as they leave for a real venue.</summary>
    public static RiskApproved<OrderRequest> Leave(Order order, RiskApproved<OrderTerms> approved, string clOrdId) => new(Request(order, clOrdId) with
    {
        OrderQty = approved.Value.OrderQty,
        Price = approved.Value.Price,
        StopPx = approved.Value.StopPx,
        CumQty = order.CumQty,
    });

    /// <summary>The venue's own order: what it closes is neither asked for margin nor for whole lots.</summary>
    public static RiskApproved<Order> StopOut(Order order) => order.IsStopOut
        ? new RiskApproved<Order>(order)
        : throw new InvalidOperationException($"Order {order.ClientOrderId} is the trader's own and has to be asked after.");

    static OrderRequest Request(Order order, string clOrdId) => new()
    {
        ClOrdId = clOrdId,
        Instrument = order.Instrument,
        Side = order.Side,
        Type = order.Type,
        OrderQty = order.OrderQty,
        Price = order.Price,
        StopPx = order.StopPx,
        Trail = order.Trail,
        TimeInForce = order.TimeInForce,
        ExpireNanos = order.ExpireNanos,
        PostOnly = order.PostOnly,
        ReduceOnly = order.ReduceOnly,
        DisplayQty = order.DisplayQty,
    };

    /// <summary>Risk's own order, which makes a position smaller: it goes out whatever the limits say of the script's.</summary>
    public static RiskApproved<Order> RiskExit(Order order) => order is { IsRiskExit: true, ReduceOnly: true }
        ? new RiskApproved<Order>(order)
        : throw new InvalidOperationException($"Order {order.ClientOrderId} is the trader's own and has to be asked after.");

    /// <summary>What speaks against an order: its own form first, then the trader's limits, then the account.</summary>
    Refusal Check(Market market, Order order) =>
        Form(order) is { Is: true } refusal ? refusal
        : Watch?.Check(market, order) is { Is: true } limit ? limit
        : Account(market, order, order.OrderQty, order.Price > 0m ? order.Price : order.StopPx);

    Refusal Check(Market market, Order order, OrderTerms terms) =>
        Quantity(order.Instrument, terms.OrderQty) is { Is: true } quantity ? quantity
        : order.DisplayQty > terms.OrderQty ? new Refusal(RejectReason.BadQuantity, "less would be left than is displayed")
        : Prices(order, terms.Price, terms.StopPx) is { Is: true } price ? price
        : Watch?.Check(market, order, terms) is { Is: true } limit ? limit
        : Account(market, order, terms.OrderQty - order.CumQty, terms.Price > 0m ? terms.Price : terms.StopPx);

    Refusal Account(Market market, Order order, decimal qty, decimal price) =>
        IsClosed() ? new Refusal(RejectReason.AccountClosed, "the account was closed when its equity was used up")

        // What only closes needs no margin of its own.
        : order.ReduceOnly || order.List?.Parent is not null || margin.Carries(market, order, qty, price, out var needed) ? default
        : Bad(RejectReason.InsufficientMargin, $"margin of {needed:0.##} is needed, more than equity");

    static Refusal Form(Order order)
    {
        var refusal = Quantity(order.Instrument, order.OrderQty);
        return refusal.Is || (order.Type == OrderType.Market && IsPlain(order)) ? refusal
            : Prices(order, order.Price, order.StopPx) is { Is: true } price ? price
            : Combination(order);
    }

    static bool IsPlain(Order order) => order is { TimeInForce: TimeInForce.Gtc, PostOnly: false, DisplayQty: 0m, Price: 0m, StopPx: 0m, Side: Side.Buy or Side.Sell };

    static Refusal Quantity(Instrument instrument, decimal qty) =>
        qty < instrument.MinQty ? Bad(RejectReason.BadQuantity, $"quantity {qty} is below the smallest, {instrument.MinQty}")
        : instrument.MaxQty > 0m && qty > instrument.MaxQty ? Bad(RejectReason.BadQuantity, $"quantity {qty} is above the largest, {instrument.MaxQty}")
        : qty % instrument.LotStep != 0m ? Bad(RejectReason.BadQuantity, $"quantity {qty} is no multiple of {instrument.LotStep}")
        : default;

    static Refusal Prices(Order order, decimal price, decimal stopPx)
    {
        var (limits, stops) = order.Type switch
        {
            OrderType.Limit => (true, false),
            OrderType.Stop or OrderType.MarketIfTouched => (false, true),
            OrderType.StopLimit or OrderType.LimitIfTouched => (true, true),
            _ => (false, false),
        };
        return Price(order.Instrument, "limit", price, limits) is { Is: true } limit ? limit
            : Price(order.Instrument, "stop", stopPx, stops || (order.IsTriggered && stopPx != 0m)) is { Is: true } stop ? stop
            : order.Type is OrderType.TrailingStop or OrderType.TrailingStopLimit ? Trail(order)
            : default;
    }

    static Refusal Price(Instrument instrument, string name, decimal price, bool isWanted) =>
        !isWanted ? price == 0m ? default : Bad(RejectReason.BadCombination, $"{name} price {price} on an order that has none")
        : price <= 0m || price > instrument.FromRaw(long.MaxValue) || price % instrument.TickSize != 0m
            ? Bad(RejectReason.BadPrice, $"{name} price {price} is no positive multiple of the tick size {instrument.TickSize}")
            : default;

    static Refusal Trail(Order order) =>
        order.Trail.Distance <= 0m || order.Trail.Unit is < TrailUnit.Price or > TrailUnit.Percent || order.Trail is { Unit: TrailUnit.Percent, Distance: >= 100m }
            ? Bad(RejectReason.BadPrice, $"a trail of {order.Trail.Distance} cannot be followed")
        : order.Trail.Unit == TrailUnit.Price && order.Trail.Distance < order.Instrument.TickSize
            ? Bad(RejectReason.BadPrice, $"a trail of {order.Trail.Distance} is finer than the tick size {order.Instrument.TickSize}")
        : order.LimitOffset < 0m || order.LimitOffset % order.Instrument.TickSize != 0m
            ? Bad(RejectReason.BadPrice, $"limit offset {order.LimitOffset} is no multiple of the tick size {order.Instrument.TickSize}")
        : default;

    static Refusal Combination(Order order) =>
        order.Side is not (Side.Buy or Side.Sell) ? Bad(RejectReason.BadCombination, $"side {(byte)order.Side} is neither buy nor sell")
        : order.Type is < OrderType.Market or > OrderType.MarketOnClose ? Bad(RejectReason.BadCombination, $"there is no order type {(byte)order.Type}")
        : order.TimeInForce is < TimeInForce.Gtc or > TimeInForce.Gtd ? Bad(RejectReason.BadCombination, $"there is no time in force {(byte)order.TimeInForce}")
        : order.PostOnly && order is not { Type: OrderType.Limit, TimeInForce: TimeInForce.Gtc or TimeInForce.Day or TimeInForce.Gtd }
            ? Bad(RejectReason.BadCombination, $"only a limit order that may wait can be post-only")
        : order.DisplayQty != 0m && (order.Type != OrderType.Limit || order.DisplayQty < order.Instrument.MinQty || order.DisplayQty > order.OrderQty || order.DisplayQty % order.Instrument.LotStep != 0m)
            ? Bad(RejectReason.BadQuantity, $"{order.DisplayQty} cannot be displayed of a {order.Type} order of {order.OrderQty}")
        : default;

    static Refusal Bad(RejectReason reason, FormattableString text) => new(reason, FormattableString.Invariant(text));
}
