namespace Workbench.Core;

/// <summary>Rules of risk in a trader's words.</summary>
static class RiskText
{
    /// <summary>What a rule watches, as a sentence says it.</summary>
    public static string NameOf(RiskRule rule) => rule switch
    {
        RiskRule.OrderQty => "order quantity",
        RiskRule.OrderNotional => "order value",
        RiskRule.PositionQty => "position",
        RiskRule.PositionNotional => "position value",
        RiskRule.GrossLeverage => "gross leverage",
        RiskRule.NetLeverage => "net leverage",
        RiskRule.OpenOrders => "count of open orders",
        RiskRule.OrderRate => "count of orders in the window",
        RiskRule.PriceCollar => "distance from mid",
        RiskRule.Heat => "heat",
        RiskRule.DailyLoss => "loss of the day",
        RiskRule.Drawdown => "drawdown",
        RiskRule.CorrelatedExposure => "correlated exposure",
        RiskRule.ValueAtRisk => "value at risk",
        RiskRule.ExpectedShortfall => "expected shortfall",
        _ => "command",
    };

    /// <summary>Such as <c>order quantity of EURUSD is 15000, and its limit is 10000</c>.</summary>
    public static string Beyond(RiskRule rule, string instrument, decimal figure, decimal limit) =>
        FormattableString.Invariant($"{Subject(rule, instrument)} is {Show(figure)}, and its limit is {limit:0.######}");

    /// <summary>Such as <c>drawdown is 0.08, near the limit of 0.1</c>.</summary>
    public static string Near(RiskRule rule, string instrument, decimal figure, decimal limit) =>
        FormattableString.Invariant($"{Subject(rule, instrument)} is {Show(figure)}, near the limit of {limit:0.######}");

    /// <summary>Such as <c>heat is 0.01, below its warning again</c>.</summary>
    public static string Below(RiskRule rule, string instrument, decimal figure) =>
        FormattableString.Invariant($"{Subject(rule, instrument)} is {Show(figure)}, below its warning again");

    /// <summary>What a rule does where its limit names no action.</summary>
    public static RiskAction DefaultOf(RiskRule rule) => rule switch
    {
        RiskRule.OrderQty or RiskRule.OrderNotional or RiskRule.OpenOrders or RiskRule.OrderRate or RiskRule.PriceCollar => RiskAction.Warn,
        RiskRule.DailyLoss or RiskRule.Drawdown => RiskAction.Close,
        _ => RiskAction.BlockEntries,
    };

    static string Subject(RiskRule rule, string instrument) => instrument.Length == 0 ? NameOf(rule) : $"{NameOf(rule)} of {instrument}";

    static string Show(decimal figure) => figure == decimal.MaxValue ? "without bound, since no equity is left" : FormattableString.Invariant($"{figure:0.######}");
}
