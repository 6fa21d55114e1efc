using Workbench.Core;

namespace Workbench.App;

/// <summary>What must be limited before real orders are sent: what a day may lose, and how much may be held.</summary>
static class LiveLimits
{
    /// <summary>What is missing, each with the words that set it; empty where all is there.</summary>
    /// <param name="risk">The limits.</param>
    /// <param name="symbols">What is traded.</param>
    public static IReadOnlyList<string> Missing(RiskTerms risk, IEnumerable<string> symbols)
    {
        var missing = new List<string>();
        if (risk.DailyLoss is null)
        {
            missing.Add("the loss of a day (\"dailyLoss\":0.02)");
        }

        if (!Holds(risk.InAll) && !Holds(risk.Each) && !symbols.All(symbol => risk.Of.TryGetValue(symbol, out var own) && Holds(own)))
        {
            missing.Add("what may be held (\"each\":{\"position\":N}, or positionValue, leverage, netLeverage, also \"inAll\")");
        }

        return missing;
    }

    static bool Holds(RiskLimits limits) => limits.PositionQty is not null || limits.PositionNotional is not null || limits.GrossLeverage is not null || limits.NetLeverage is not null;
}
