using System.Text.Json.Nodes;
using Workbench.Simulators.Market;
using static Workbench.Simulators.Binance.SpotWire;

namespace Workbench.Simulators.Binance;

// What the owner of the account may ask.
sealed partial class SpotDesk
{
    const long Day = 24 * 3_600_000;

    JsonNode QueryOrder(Params sent)
    {
        var instrument = Instrument(sent);
        if (!sent.Has("orderId") && !sent.Has("origClientOrderId"))
        {
            throw CommonErrors.OneOf("orderId", "origClientOrderId");
        }

        var order = Find(sent.Long("orderId"), sent.Text("origClientOrderId"), onlyOpen: false);
        return order is null || order.Symbol != instrument.Symbol ? throw SpotErrors.NoSuchOrder() : Queried(order);
    }

    JsonNode OpenOrders(Params sent) => Array((sent.Has("symbol") ? OpenIn(Instrument(sent).Symbol) : Exchange.OpenOrders(Account)).Select(Queried));

    JsonNode AllOrders(Params sent)
    {
        var symbol = Instrument(sent).Symbol;
        return Array(Window(Exchange.Orders(Account).Where(order => order.Symbol == symbol), sent, order => Ms(order.Created), order => order.Id, "orderId", 1_000, Day).Select(Queried));
    }

    JsonNode MyTrades(Params sent)
    {
        var (symbol, orderId) = (Instrument(sent).Symbol, sent.Long("orderId"));
        var fills = Exchange.Fills(Account).Where(fill => fill.Symbol == symbol && (orderId is null || fill.OrderId == orderId));
        return Array(Window(fills, sent, fill => Ms(fill.Time), fill => fill.TradeId, "fromId", 1_000, Day).Select(Trade));
    }

    JsonNode AccountStatus(Params sent)
    {
        var rates = Rates(Exchange.Instruments[0]);
        var noZeros = sent.Flag("omitZeroBalances");
        return new JsonObject
        {
            ["makerCommission"] = (int)(Exchange.Instruments[0].MakerFee * 10_000),
            ["takerCommission"] = (int)(Exchange.Instruments[0].TakerFee * 10_000),
            ["buyerCommission"] = 0,
            ["sellerCommission"] = 0,
            ["commissionRates"] = rates,
            ["canTrade"] = true,
            ["canWithdraw"] = true,
            ["canDeposit"] = true,
            ["brokered"] = false,
            ["requireSelfTradePrevention"] = false,
            ["preventSor"] = false,
            ["updateTime"] = NowMs,
            ["accountType"] = "SPOT",
            ["balances"] = Array(Exchange.Balances(Account).Where(each => !noZeros || each.Total != 0).Select(each => new JsonObject
            {
                ["asset"] = each.Asset, ["free"] = Number(each.Free), ["locked"] = Number(each.Locked),
            })),
            ["permissions"] = new JsonArray("SPOT"),
            ["uid"] = 354_937_868,
        };
    }

    JsonNode Commission(Params sent)
    {
        var instrument = Instrument(sent);
        return new JsonObject { ["symbol"] = instrument.Symbol, ["standardCommission"] = Rates(instrument) };
    }

    static JsonObject Rates(SimInstrument instrument) => new()
    {
        ["maker"] = Number(instrument.MakerFee), ["taker"] = Number(instrument.TakerFee), ["buyer"] = Number(0), ["seller"] = Number(0),
    };

    JsonNode OrderRates(Params sent) => Array(OrderCounts());

    /// <summary>The order limits and how much of them is used.</summary>
    public IEnumerable<JsonNode> OrderCounts()
    {
        var counts = Limits.OrderHeaders.Select(each => int.Parse(each.Item2, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        var (small, large) = (Limit("ORDERS", "SECOND", 10, Limits.OrderLimit), Limit("ORDERS", "DAY", 1, 200_000));
        (small["count"], large["count"]) = (counts[0], counts[1]);
        return [small, large];
    }
}
