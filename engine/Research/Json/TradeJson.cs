using System.Text.Json;

namespace Workbench.Research;

/// <summary>Trades, groups of them and costs in JSON.</summary>
static class TradeJson
{
    public static void Write(Utf8JsonWriter json, ListedTrade trade)
    {
        json.WriteNumber("number", trade.Number);
        json.WriteString("instrument", trade.Symbol);
        json.WriteString("side", trade.Side == Side.Buy ? "buy" : "sell");
        json.Money("qty", trade.Qty);
        json.Time("entryTime", trade.EntryTime);
        json.Money("entryPrice", trade.EntryPrice);
        json.Time("exitTime", trade.ExitTime);
        json.Money("exitPrice", trade.ExitPrice);
        json.Money("net", trade.Net);
        json.Money("costs", trade.Costs);
        json.WriteString("entryTag", trade.EntryTag);
        json.WriteString("exitTag", trade.ExitTag);
        json.WriteNumber("script", trade.Script);
        json.WriteString("exitReason", JsonOut.Camel(trade.ExitReason));
    }

    public static ListedTrade ReadTrade(JsonElement json) => new(
        json.Long("number"), json.Text("instrument"), json.Enum<Side>("side"), json.Money("qty"), json.Time("entryTime"), json.Money("entryPrice"),
        json.Time("exitTime"), json.Money("exitPrice"), json.Money("net"), json.Money("costs"), json.Text("entryTag"), json.Text("exitTag"),
        json.TryGetProperty("script", out var script) ? script.GetInt32() : 0,
        json.TryGetProperty("exitReason", out _) ? json.Enum<ExitReason>("exitReason") : default);

    public static void Write(Utf8JsonWriter json, TradeGroup group)
    {
        json.WriteString("name", group.Name);
        json.WriteNumber("trades", group.Count);
        json.WriteNumber("wins", group.Wins);
        json.WriteNumber("losses", group.Losses);
        json.WriteNumber("breakEven", group.BreakEven);
        json.Money("net", group.Net);
        json.Money("won", group.Won);
        json.Money("lost", group.Lost);
        json.Number("winRate", group.WinRate);
        json.Number("profitFactor", group.ProfitFactor);
        json.Money("best", group.Best);
        json.Money("worst", group.Worst);
        json.WriteNumber("averageHeld", group.AverageHeldSeconds);
        Write(json, "costs", group.Costs);
    }

    public static TradeGroup ReadGroup(JsonElement json) => new()
    {
        Name = json.Text("name"),
        Wins = json.Long("wins"),
        Losses = json.Long("losses"),
        BreakEven = json.Long("breakEven"),
        Won = json.Money("won"),
        Lost = json.Money("lost"),
        Best = json.Money("best"),
        Worst = json.Money("worst"),
        AverageHeldSeconds = json.Double("averageHeld"),
        Costs = ReadCosts(json.GetProperty("costs")),
    };

    public static void Write(Utf8JsonWriter json, string name, CostTotals costs)
    {
        json.WriteStartObject(name);
        json.Money("commission", costs.Commission);
        json.Money("spread", costs.Spread);
        json.Money("slippage", costs.Slippage);
        json.Money("swap", costs.Swap);
        json.Money("funding", costs.Funding);
        json.Money("borrow", costs.Borrow);
        json.WriteEndObject();
    }

    public static CostTotals ReadCosts(JsonElement json) =>
        new(json.Money("commission"), json.Money("spread"), json.Money("slippage"), json.Money("swap"), json.MoneyOrNone("funding"), json.MoneyOrNone("borrow"));
}
