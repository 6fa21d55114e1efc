using System.Text.Json.Nodes;
using Workbench.Simulators.Market;
using static Workbench.Simulators.Binance.FuturesWire;

namespace Workbench.Simulators.Binance;

// What the owner of the account may ask, and the key of his stream.
sealed partial class FuturesDesk
{
    const string Settle = "USDT";

    IEnumerable<Endpoint> AccountCalls =>
    [
        Call("POST", "v1/listenKey", Security.Key, 1, _ => new JsonObject { ["listenKey"] = Keys.Open() }),
        Call("PUT", "v1/listenKey", Security.Key, 1, sent => new JsonObject { ["listenKey"] = Keys.Extend(sent.Text("listenKey")) ?? throw CommonErrors.BadListenKey() }),
        Call("DELETE", "v1/listenKey", Security.Key, 1, CloseKey),
        Call("GET", "v2/account", Security.Signed, 5, sent => AccountOf(withAll: true)),
        Call("GET", "v3/account", Security.Signed, 5, sent => AccountOf(withAll: false)),
        Call("GET", "v2/balance", Security.Signed, 5, Balances),
        Call("GET", "v3/balance", Security.Signed, 5, Balances),
        Call("GET", "v2/positionRisk", Security.Signed, 5, sent => Risks(sent, withAll: true)),
        Call("GET", "v3/positionRisk", Security.Signed, 5, sent => Risks(sent, withAll: false)),
        Call("GET", "v1/accountConfig", Security.Signed, 5, Configuration),
        Call("GET", "v1/symbolConfig", Security.Signed, 5, SymbolConfiguration),
        Call("GET", "v1/leverageBracket", Security.Signed, 1, Brackets),
        Call("POST", "v1/leverage", Security.Signed, 1, SetLeverage),
        Call("GET", "v1/commissionRate", Security.Signed, 20, CommissionRate),
        Call("GET", "v1/positionSide/dual", Security.Signed, 30, _ => new JsonObject { ["dualSidePosition"] = false }),
        Call("GET", "v1/multiAssetsMargin", Security.Signed, 30, _ => new JsonObject { ["multiAssetsMargin"] = false }),
        Call("GET", "v1/rateLimit/order", Security.Signed, 1, OrderRates),
    ];

    JsonNode CloseKey(Params sent)
    {
        Keys.Close();
        return new JsonObject();
    }

    JsonNode AccountOf(bool withAll)
    {
        var margin = Exchange.Margin(Account);
        var answer = new JsonObject();
        if (withAll)
        {
            (answer["feeTier"], answer["canTrade"], answer["canDeposit"], answer["canWithdraw"]) = (0, true, true, true);
            (answer["updateTime"], answer["multiAssetsMargin"], answer["tradeGroupId"]) = (0, false, -1);
        }

        Totals(answer, margin);
        answer["assets"] = Array(Exchange.Balances(Account).Select(each => Asset(each, each.Asset == Settle ? margin : new SimMargin(each.Total, 0, 0, 0))));
        answer["positions"] = Array(Held(withAll).Select(each => Position(each, withAll)));
        return answer;
    }

    static void Totals(JsonObject answer, SimMargin margin)
    {
        answer["totalInitialMargin"] = Money(margin.PositionMargin + margin.OrderMargin);
        answer["totalMaintMargin"] = Money(margin.PositionMargin / 2);
        answer["totalWalletBalance"] = Money(margin.Balance);
        answer["totalUnrealizedProfit"] = Money(margin.UnrealizedPnl);
        answer["totalMarginBalance"] = Money(margin.Equity);
        answer["totalPositionInitialMargin"] = Money(margin.PositionMargin);
        answer["totalOpenOrderInitialMargin"] = Money(margin.OrderMargin);
        answer["totalCrossWalletBalance"] = Money(margin.Balance);
        answer["totalCrossUnPnl"] = Money(margin.UnrealizedPnl);
        answer["availableBalance"] = Money(Math.Max(0, margin.Available));
        answer["maxWithdrawAmount"] = Money(Math.Max(0, margin.Available));
    }

    JsonObject Asset(SimBalance balance, SimMargin margin) => new()
    {
        ["asset"] = balance.Asset,
        ["walletBalance"] = Money(balance.Total),
        ["unrealizedProfit"] = Money(margin.UnrealizedPnl),
        ["marginBalance"] = Money(margin.Equity),
        ["maintMargin"] = Money(margin.PositionMargin / 2),
        ["initialMargin"] = Money(margin.PositionMargin + margin.OrderMargin),
        ["positionInitialMargin"] = Money(margin.PositionMargin),
        ["openOrderInitialMargin"] = Money(margin.OrderMargin),
        ["crossWalletBalance"] = Money(balance.Total),
        ["crossUnPnl"] = Money(margin.UnrealizedPnl),
        ["availableBalance"] = Money(Math.Max(0, margin.Available)),
        ["maxWithdrawAmount"] = Money(Math.Max(0, margin.Available)),
        ["marginAvailable"] = true,
        ["updateTime"] = NowMs,
    };

    JsonObject Position(SimPosition held, bool withAll)
    {
        var mark = Exchange.Mid(held.Symbol);
        var needed = Math.Abs(held.Qty) * mark / Options.Leverage;
        var answer = new JsonObject
        {
            ["symbol"] = held.Symbol,
            ["positionSide"] = "BOTH",
            ["positionAmt"] = Number(held.Qty),
            ["unrealizedProfit"] = Money(held.UnrealizedPnl(mark)),
            ["isolatedMargin"] = "0",
            ["notional"] = Money(held.Qty * mark),
            ["isolatedWallet"] = "0",
            ["initialMargin"] = Money(needed),
            ["maintMargin"] = Money(needed / 2),
            ["updateTime"] = held.Qty == 0 ? 0 : NowMs,
        };
        if (withAll)
        {
            (answer["leverage"], answer["isolated"], answer["entryPrice"]) = (Number(Options.Leverage), false, Money(held.AvgPrice));
        }

        return answer;
    }

    JsonNode Balances(Params sent) => Array(Exchange.Balances(Account).Select(each =>
    {
        var margin = each.Asset == Settle ? Exchange.Margin(Account) : new SimMargin(each.Total, 0, 0, 0);
        return new JsonObject
        {
            ["accountAlias"] = "SimAccount",
            ["asset"] = each.Asset,
            ["balance"] = Money(each.Total),
            ["crossWalletBalance"] = Money(each.Total),
            ["crossUnPnl"] = Money(margin.UnrealizedPnl),
            ["availableBalance"] = Money(Math.Max(0, margin.Available)),
            ["maxWithdrawAmount"] = Money(Math.Max(0, margin.Available)),
            ["marginAvailable"] = true,
            ["updateTime"] = NowMs,
        };
    }));

    JsonNode Risks(Params sent, bool withAll)
    {
        var symbol = sent.Has("symbol") ? Instrument(sent).Symbol : null;
        return Array(Held(withAll).Where(each => symbol is null || each.Symbol == symbol).Select(Risk));
    }

    JsonObject Risk(SimPosition held)
    {
        var mark = Exchange.Mid(held.Symbol);
        var answer = Position(held, withAll: false);
        answer.Remove("unrealizedProfit");

        answer["entryPrice"] = Money(held.AvgPrice);
        answer["breakEvenPrice"] = Money(held.AvgPrice);
        answer["markPrice"] = Money(mark);
        answer["unRealizedProfit"] = Money(held.UnrealizedPnl(mark));
        answer["liquidationPrice"] = "0";
        answer["leverage"] = Number(Options.Leverage);
        answer["marginType"] = "cross";
        answer["marginAsset"] = Settle;
        answer["adl"] = 1;
        answer["bidNotional"] = "0";
        answer["askNotional"] = "0";
        return answer;
    }

    // The newer calls tell only of symbols in which something is held or open.
    IEnumerable<SimPosition> Held(bool withAll)
    {
        var open = Exchange.OpenOrders(Account).Select(order => order.Symbol).ToHashSet();
        return Exchange.Instruments.Select(each => Exchange.Position(Account, each.Symbol)).Where(held => withAll || held.Qty != 0 || open.Contains(held.Symbol));
    }

    JsonNode Configuration(Params sent) => new JsonObject
    {
        ["feeTier"] = 0,
        ["canTrade"] = true,
        ["canDeposit"] = true,
        ["canWithdraw"] = true,
        ["dualSidePosition"] = false,
        ["updateTime"] = 0,
        ["multiAssetsMargin"] = false,
        ["tradeGroupId"] = -1,
    };

    JsonNode SymbolConfiguration(Params sent) => Array((sent.Has("symbol") ? [Instrument(sent)] : Exchange.Instruments).Select(each => new JsonObject
    {
        ["symbol"] = each.Symbol, ["marginType"] = "CROSSED", ["isAutoAddMargin"] = false, ["leverage"] = (int)Options.Leverage, ["maxNotionalValue"] = "100000000",
    }));

    JsonNode Brackets(Params sent) => Array((sent.Has("symbol") ? [Instrument(sent)] : Exchange.Instruments).Select(each => new JsonObject
    {
        ["symbol"] = each.Symbol,
        ["brackets"] = new JsonArray(new JsonObject
        {
            ["bracket"] = 1, ["initialLeverage"] = (int)Options.Leverage, ["notionalCap"] = 100_000_000, ["notionalFloor"] = 0, ["maintMarginRatio"] = 0.025, ["cum"] = 0.0,
        }),
    }));

    // The leverage is the account's own and fixed: another one is refused, as the venue refuses one that is out of range.
    JsonNode SetLeverage(Params sent)
    {
        var symbol = Instrument(sent).Symbol;
        return sent.NeededLong("leverage") == Options.Leverage
            ? new JsonObject { ["leverage"] = (int)Options.Leverage, ["maxNotionalValue"] = "100000000", ["symbol"] = symbol }
            : throw new BinanceRefusal(400, -4028, $"Leverage {sent.Needed("leverage")} is not valid.");
    }

    JsonNode CommissionRate(Params sent)
    {
        var instrument = Instrument(sent);
        return new JsonObject
        {
            ["symbol"] = instrument.Symbol, ["makerCommissionRate"] = Number(instrument.MakerFee), ["takerCommissionRate"] = Number(instrument.TakerFee),
        };
    }

    JsonNode OrderRates(Params sent) => new JsonArray(
        SpotDesk.Limit("ORDERS", "SECOND", 10, Limits.OrderLimit), SpotDesk.Limit("ORDERS", "MINUTE", 1, 1_200));

    static string Money(decimal amount) => SpotWire.Number(Math.Round(amount, 8));
}
