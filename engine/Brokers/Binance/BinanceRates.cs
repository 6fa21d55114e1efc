using Workbench.Model;

namespace Workbench.Brokers.Binance;

/// <summary>A market's limits: what it tells replaces what the documents say.</summary>
static class BinanceRates
{
    public static IReadOnlyList<RateRule> Told(BinanceExchangeWire rules, IReadOnlyList<RateRule> documented)
    {
        var told = rules.RateLimits.Select(BinanceMap.Rate).OfType<RateRule>().ToList();
        return [.. documented.Where(rule => told.TrueForAll(other => other.Bucket != rule.Bucket)), .. told];
    }
}
