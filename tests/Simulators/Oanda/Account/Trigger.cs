namespace Workbench.Simulators.Oanda;

/// <summary>When an order that waits is woken.</summary>
static class Trigger
{
    /// <summary>Whether a price is where the order waits for it. Nothing is woken while the instrument is halted.</summary>
    public static bool IsMet(OandaOrder order, bool isBuy, OandaPrice price)
    {
        var at = Side(price, isBuy, order.Terms.TriggerCondition ?? TriggerCondition.Default);
        return order.Type == OandaOrderType.Market || (price.Tradeable && order.Type switch
        {
            OandaOrderType.Limit or OandaOrderType.TakeProfit => isBuy ? at <= order.Terms.Price : at >= order.Terms.Price,
            OandaOrderType.Stop or OandaOrderType.StopLoss => isBuy ? at >= order.Terms.Price : at <= order.Terms.Price,
            OandaOrderType.TrailingStopLoss => isBuy ? at >= order.TrailingStopValue : at <= order.TrailingStopValue,
            _ => order.InitialMarketPrice < order.Terms.Price ? at >= order.Terms.Price : at <= order.Terms.Price,
        });
    }

    /// <summary>A trailing stop after a price: it follows the market, and never goes back.</summary>
    public static OandaOrder Trail(OandaOrder order, bool isBuy, OandaPrice price)
    {
        if (order.Type != OandaOrderType.TrailingStopLoss || !price.Tradeable)
        {
            return order;
        }

        var at = Side(price, isBuy, order.Terms.TriggerCondition ?? TriggerCondition.Default);
        var value = isBuy ? at + order.Terms.Distance!.Value : at - order.Terms.Distance!.Value;
        return order.TrailingStopValue is { } old && (isBuy ? old <= value : old >= value) ? order : order with { TrailingStopValue = value };
    }

    public static decimal Side(OandaPrice price, bool isBuy, TriggerCondition condition) => condition switch
    {
        TriggerCondition.Default => isBuy ? price.Ask : price.Bid,
        TriggerCondition.Inverse => isBuy ? price.Bid : price.Ask,
        TriggerCondition.Bid => price.Bid,
        TriggerCondition.Ask => price.Ask,
        _ => price.Mid,
    };
}
