using System.Globalization;

namespace Workbench.Research;

/// <summary>The trader's limits in words, for a run's identity.</summary>
static class RiskTexts
{
    public static IEnumerable<string> Of(RiskTerms terms)
    {
        IEnumerable<string> lines =
        [
            Line("risk of each instrument", terms.Each), Line("risk in all", terms.InAll),
            .. terms.Of.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => Line($"risk of {pair.Key}", pair.Value)),
            Line("risk", ("heat", terms.Heat), ("loss of the day", terms.DailyLoss), ("drawdown", terms.Drawdown)),
            Portfolio(terms.Portfolio), Rotation(terms.Rotation),
        ];
        return lines.Where(line => line.Length > 0);
    }

    static string Line(string of, RiskLimits limits) => Line(
        of, ("order quantity", limits.OrderQty), ("order value", limits.OrderNotional), ("position", limits.PositionQty), ("position value", limits.PositionNotional),
        ("gross leverage", limits.GrossLeverage), ("net leverage", limits.NetLeverage), ("open orders", limits.OpenOrders),
        (Text($"orders in {limits.OrderRateNanos / (decimal)UtcNanos.Second:0.###} s"), limits.OrderRate), ("distance from mid", limits.PriceCollar));

    static string Line(string of, params (string Name, RiskLimit? Limit)[] limits) => Join(limits) is { Length: > 0 } words ? $"{of}: {words}" : "";

    static string Join(params (string Name, RiskLimit? Limit)[] limits) =>
        string.Join(", ", limits.Where(each => each.Limit is not null).Select(each => $"{each.Name} up to {Words(each.Limit!)}"));

    static string Words(RiskLimit limit) =>
        Text($"{limit.Limit:0.######}{(limit.Action is { } action ? $" or {ModelText.NameOf(action)}" : "")}{(limit.WarnAt == 0.8m ? "" : Text($", warned from {limit.WarnAt:0.##} of it"))}");

    static string Portfolio(PortfolioTerms? terms)
    {
        if (terms is null)
        {
            return "";
        }

        var limits = Join(("value at risk", terms.ValueAtRisk), ("expected shortfall", terms.ExpectedShortfall), ("correlated exposure", terms.CorrelatedExposure));
        return Text($"risk of the portfolio: {terms.Count} returns of {terms.StepNanos / (decimal)UtcNanos.Second:0.###} s, confidence {terms.Confidence}, {ModelText.NameOf(terms.Method)}")
            + (limits.Length > 0 ? ", " + limits : "");
    }

    static string Rotation(RotationTerms? terms) => terms is null ? ""
        : Text($"rotation by {terms.Timeframe} bars ({terms.Regime.Length}, {terms.Regime.UsualLength}; {terms.Regime.TrendFrom}/{terms.Regime.TrendUntil}, {terms.Regime.HighFrom}/{terms.Regime.HighUntil}, {terms.Regime.LowFrom}/{terms.Regime.LowUntil}): ")
        + string.Join(", ", terms.Of.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} in {string.Join(' ', RotationTermsJson.Words(pair.Value))}"));

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
