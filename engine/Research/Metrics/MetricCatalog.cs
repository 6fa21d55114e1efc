using static Workbench.Research.Better;
using static Workbench.Research.MetricGroup;
using static Workbench.Research.MetricUnit;

namespace Workbench.Research;

/// <summary>
/// Every metric the house reports, with its one pinned formula. r is the series of daily returns on equity marked to market, E
/// equity, P the days in a year (252; 365 where all instruments are crypto), N the closed trades, risk-free rate 0.
/// </summary>
public static class MetricCatalog
{
    public static readonly MetricDefinition NetProfit = new("netProfit", "Net profit", Result, Currency, Higher, "E_end − E_start, after all costs, open trades marked to market", "all");
    public static readonly MetricDefinition TotalReturn = new("totalReturn", "Total return", Result, Share, Higher, "E_end / E_start − 1", "all");
    public static readonly MetricDefinition MarketChange = new("marketChange", "Buy and hold", Result, Share, Neither, "last price / first tradable price − 1 of the benchmark, without costs", "freqtrade, backtesting.py, vectorbt");
    public static readonly MetricDefinition Cagr = new("cagr", "CAGR", Result, Share, Higher, "(E_end / E_start)^(365.25 / days) − 1, days from first to last event", "backtesting.py, freqtrade, LEAN (days differ)");
    public static readonly MetricDefinition Days = new("days", "Calendar days", Result, Ratio, Neither, "(last event − first event) / 24 h", "all");
    public static readonly MetricDefinition BestDay = new("bestDay", "Best day", Result, Share, Higher, "max(r)", "quantstats best");
    public static readonly MetricDefinition WorstDay = new("worstDay", "Worst day", Result, Share, Higher, "min(r)", "quantstats worst");
    public static readonly MetricDefinition WinDays = new("winDays", "Winning days", Result, Share, Higher, "days with r > 0 / days with r ≠ 0", "quantstats win_rate");

    public static readonly MetricDefinition MaxDrawdown = new("maxDrawdown", "Max drawdown", Risk, Share, Lower, "max over time of 1 − E / highest E so far, E_start included, on every event", "all (quantstats: daily closes, negative)");
    public static readonly MetricDefinition MaxDrawdownMoney = new("maxDrawdownMoney", "Max drawdown in money", Risk, Currency, Lower, "max over time of (highest E so far − E), on every event", "LEAN, freqtrade");
    public static readonly MetricDefinition MaxDrawdownDuration = new("maxDrawdownDuration", "Max drawdown, peak to recovery", Risk, Seconds, Lower, "recovery (or end) − peak of the deepest fall, on sampled equity", "quantstats, pyfolio");
    public static readonly MetricDefinition LongestDrawdown = new("longestDrawdown", "Longest time under water", Risk, Seconds, Lower, "max of (recovery or end − peak), on sampled equity", "quantstats, backtesting.py");
    public static readonly MetricDefinition MarginCalls = new("marginCalls", "Margin calls", Risk, Count, Lower, "times the venue warned of the margin or began to close positions", "house");
    public static readonly MetricDefinition Volatility = new("volatility", "Volatility, annual", Risk, Share, Lower, "std(r, n − 1) × √P", "quantstats volatility");
    public static readonly MetricDefinition UlcerIndex = new("ulcerIndex", "Ulcer index", Risk, Ratio, Lower, "√(Σ d² / (n − 1)), d = daily drawdown incl. start", "Martin 1987; quantstats ulcer_index");
    public static readonly MetricDefinition ValueAtRisk = new("valueAtRisk", "Value at risk, 1 day 95 %", Risk, Share, Higher, "mean(r) + std(r, n − 1) × Φ⁻¹(0.05)", "quantstats value_at_risk");
    public static readonly MetricDefinition ConditionalValueAtRisk = new("conditionalValueAtRisk", "Expected shortfall, 1 day 95 %", Risk, Share, Higher, "mean of r below the value at risk", "quantstats cvar");

    public static readonly MetricDefinition Sharpe = new("sharpe", "Sharpe ratio", RiskAdjusted, Ratio, Higher, "mean(r) / std(r, n − 1) × √P", "Sharpe 1994; quantstats sharpe");
    public static readonly MetricDefinition Sortino = new("sortino", "Sortino ratio", RiskAdjusted, Ratio, Higher, "mean(r) / √(Σ min(r, 0)² / n) × √P", "Sortino 1994; quantstats sortino");
    public static readonly MetricDefinition Calmar = new("calmar", "Calmar ratio", RiskAdjusted, Ratio, Higher, "CAGR / max drawdown", "Young 1991; quantstats calmar");
    public static readonly MetricDefinition ProbabilisticSharpe = new("probabilisticSharpe", "Odds that Sharpe is above zero", RiskAdjusted, Share, Higher, "Φ(S √(n − 1) / √(1 − γ3 S + (γ4 − 1)/4 S²)), S daily Sharpe, γ3 γ4 population moments, γ4 not excess", "Bailey and López de Prado 2012");
    public static readonly MetricDefinition DeflatedSharpe = new("deflatedSharpe", "Odds after counting variants", RiskAdjusted, Share, Higher, "the same with S − S0 for S, S0 = √V ((1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e))), N variants tried, V variance of their Sharpe; S0 = 0 for one", "Bailey and López de Prado 2014");
    public static readonly MetricDefinition MinimumTrackRecord = new("minimumTrackRecord", "Days needed for 95 % confidence", RiskAdjusted, Ratio, Lower, "1 + (1 − γ3 S + (γ4 − 1)/4 S²) (Φ⁻¹(0.95) / S)², in daily returns", "Bailey and López de Prado 2012");
    public static readonly MetricDefinition RecoveryFactor = new("recoveryFactor", "Recovery factor", RiskAdjusted, Ratio, Higher, "net profit / max drawdown in money, signed", "MetaTrader (quantstats loses the sign)");
    public static readonly MetricDefinition UlcerPerformance = new("ulcerPerformance", "Ulcer performance", RiskAdjusted, Ratio, Higher, "total return / ulcer index", "quantstats upi");
    public static readonly MetricDefinition Omega = new("omega", "Omega ratio", RiskAdjusted, Ratio, Higher, "Σ max(r, 0) / Σ max(−r, 0)", "Keating and Shadwick 2002; quantstats omega");
    public static readonly MetricDefinition GainToPain = new("gainToPain", "Gain to pain", RiskAdjusted, Ratio, Higher, "Σ r / Σ max(−r, 0)", "Schwager 2012; quantstats gain_to_pain_ratio");

    public static readonly MetricDefinition Trades = new("trades", "Closed trades", MetricGroup.Trades, Count, Neither, "N, round trips closed", "all");
    public static readonly MetricDefinition LongTrades = new("longTrades", "Long trades", MetricGroup.Trades, Count, Neither, "closed trades that bought first", "all");
    public static readonly MetricDefinition ShortTrades = new("shortTrades", "Short trades", MetricGroup.Trades, Count, Neither, "closed trades that sold first", "all");
    public static readonly MetricDefinition Wins = new("wins", "Winners", MetricGroup.Trades, Count, Neither, "trades with net profit > 0", "all");
    public static readonly MetricDefinition Losses = new("losses", "Losers", MetricGroup.Trades, Count, Neither, "trades with net profit < 0", "all");
    public static readonly MetricDefinition BreakEven = new("breakEven", "Break-even", MetricGroup.Trades, Count, Neither, "trades with net profit = 0", "freqtrade");
    public static readonly MetricDefinition WinRate = new("winRate", "Win rate", MetricGroup.Trades, Share, Higher, "winners / N", "freqtrade, backtesting.py");
    public static readonly MetricDefinition ProfitFactor = new("profitFactor", "Profit factor", MetricGroup.Trades, Ratio, Higher, "money won / money lost, net of costs", "freqtrade, LEAN (capped at 10 there)");
    public static readonly MetricDefinition Expectancy = new("expectancy", "Expectancy per trade", MetricGroup.Trades, Currency, Higher, "w × average win − l × average loss = net profit of closed trades / N", "freqtrade");
    public static readonly MetricDefinition ExpectancyRatio = new("expectancyRatio", "Expectancy ratio", MetricGroup.Trades, Ratio, Higher, "(1 + payoff) × w − 1, w = winners / (winners + losers)", "freqtrade");
    public static readonly MetricDefinition ExpectancyR = new("expectancyR", "Expectancy in R", MetricGroup.Trades, Ratio, Higher, "mean of net profit / money at risk to the first stop", "Tharp 1998");
    public static readonly MetricDefinition Payoff = new("payoff", "Payoff ratio", MetricGroup.Trades, Ratio, Higher, "average win / average loss", "freqtrade, LEAN");
    public static readonly MetricDefinition AverageWin = new("averageWin", "Average win", MetricGroup.Trades, Currency, Higher, "money won / winners", "all");
    public static readonly MetricDefinition AverageLoss = new("averageLoss", "Average loss", MetricGroup.Trades, Currency, Higher, "−money lost / losers", "all");
    public static readonly MetricDefinition MedianWin = new("medianWin", "Median win", MetricGroup.Trades, Currency, Higher, "median net profit of winners", "LEAN");
    public static readonly MetricDefinition MedianLoss = new("medianLoss", "Median loss", MetricGroup.Trades, Currency, Higher, "median net profit of losers", "LEAN");
    public static readonly MetricDefinition BestTrade = new("bestTrade", "Best trade", MetricGroup.Trades, Currency, Higher, "largest net profit", "all");
    public static readonly MetricDefinition WorstTrade = new("worstTrade", "Worst trade", MetricGroup.Trades, Currency, Higher, "smallest net profit", "all");
    public static readonly MetricDefinition WinStreak = new("winStreak", "Longest winning streak", MetricGroup.Trades, Count, Higher, "most winners in a row by exit; a break-even trade ends it", "LEAN, MetaTrader");
    public static readonly MetricDefinition LossStreak = new("lossStreak", "Longest losing streak", MetricGroup.Trades, Count, Lower, "most losers in a row by exit; a break-even trade ends it", "LEAN, MetaTrader");
    public static readonly MetricDefinition Sqn = new("sqn", "System quality number", MetricGroup.Trades, Ratio, Higher, "√N × mean(net profit) / std(net profit, n − 1)", "Tharp; backtesting.py");
    public static readonly MetricDefinition Kelly = new("kelly", "Kelly share", MetricGroup.Trades, Share, Higher, "w − (1 − w) / payoff, w = winners / (winners + losers); a bound for certainty that nobody has, not advice", "Kelly 1956; quantstats kelly_criterion");
    public static readonly MetricDefinition AverageHeld = new("averageHeld", "Average holding time", MetricGroup.Trades, Seconds, Neither, "mean(exit − entry)", "all");
    public static readonly MetricDefinition MedianHeld = new("medianHeld", "Median holding time", MetricGroup.Trades, Seconds, Neither, "median(exit − entry)", "LEAN");
    public static readonly MetricDefinition AverageHeldWinners = new("averageHeldWinners", "Average holding time, winners", MetricGroup.Trades, Seconds, Neither, "mean(exit − entry) of winners", "freqtrade, LEAN");
    public static readonly MetricDefinition AverageHeldLosers = new("averageHeldLosers", "Average holding time, losers", MetricGroup.Trades, Seconds, Neither, "mean(exit − entry) of losers", "freqtrade, LEAN");
    public static readonly MetricDefinition MedianHeldWinners = new("medianHeldWinners", "Median holding time, winners", MetricGroup.Trades, Seconds, Neither, "median(exit − entry) of winners", "LEAN");
    public static readonly MetricDefinition MedianHeldLosers = new("medianHeldLosers", "Median holding time, losers", MetricGroup.Trades, Seconds, Neither, "median(exit − entry) of losers", "LEAN");
    public static readonly MetricDefinition LongestHeld = new("longestHeld", "Longest holding time", MetricGroup.Trades, Seconds, Neither, "max(exit − entry)", "backtesting.py");
    public static readonly MetricDefinition TradesPerDay = new("tradesPerDay", "Trades per day", MetricGroup.Trades, Ratio, Neither, "N / daily returns", "freqtrade");
    public static readonly MetricDefinition OpenTrades = new("openTrades", "Left open at the end", MetricGroup.Trades, Count, Neither, "trades without an exit, marked to market", "freqtrade, vectorbt");
    public static readonly MetricDefinition OpenProfit = new("openProfit", "Profit of open trades", MetricGroup.Trades, Currency, Neither, "their net profit at the last mark", "freqtrade, vectorbt");

    public static readonly MetricDefinition GrossProfit = new("grossProfit", "Profit before costs", Costs, Currency, Higher, "net profit + all costs: the same fills in a market without them", "house");
    public static readonly MetricDefinition Commission = new("commission", "Commission", Costs, Currency, Lower, "charged by the venue", "all");
    public static readonly MetricDefinition Spread = new("spread", "Spread", Costs, Currency, Lower, "Σ quantity × distance from mid to the quote", "house");
    public static readonly MetricDefinition Slippage = new("slippage", "Slippage", Costs, Currency, Lower, "Σ quantity × distance from the quote to the fill", "house");
    public static readonly MetricDefinition Swap = new("swap", "Swap", Costs, Currency, Lower, "paid for holding over night", "MetaTrader");
    public static readonly MetricDefinition Funding = new("funding", "Funding", Costs, Currency, Lower, "Σ position value × rate at each funding of a perpetual", "Binance, OKX");
    public static readonly MetricDefinition Borrow = new("borrow", "Borrow fee", Costs, Currency, Lower, "Σ value of shares sold short × annual rate / days in the year, by day", "Interactive Brokers");
    public static readonly MetricDefinition TotalCosts = new("totalCosts", "All costs", Costs, Currency, Lower, "commission + spread + slippage + swap + funding + borrow fee", "house");
    public static readonly MetricDefinition CostShare = new("costShare", "Costs of gross profit", Costs, Share, Lower, "all costs / profit before costs", "house");

    public static readonly MetricDefinition TimeInMarket = new("timeInMarket", "Time in market", Exposure, Share, Neither, "time with a position open / time from first to last event, not rounded", "backtesting.py (quantstats rounds up)");
    public static readonly MetricDefinition AverageLeverage = new("averageLeverage", "Average leverage", Exposure, Ratio, Lower, "gross exposure / equity, averaged over time", "LEAN, vectorbt");
    public static readonly MetricDefinition NetLeverage = new("netLeverage", "Average net leverage", Exposure, Ratio, Neither, "net exposure / equity, averaged over sampling points", "LEAN");
    public static readonly MetricDefinition MaxLeverage = new("maxLeverage", "Largest leverage", Exposure, Ratio, Lower, "largest gross exposure / equity at fills and sampling points", "LEAN");

    public static readonly MetricDefinition Skew = new("skew", "Skewness of days", Distribution, Ratio, Higher, "bias-corrected third moment of r", "pandas skew; quantstats");
    public static readonly MetricDefinition Kurtosis = new("kurtosis", "Excess kurtosis of days", Distribution, Ratio, Lower, "bias-corrected fourth moment of r, 0 for a normal", "pandas kurt; quantstats");
    public static readonly MetricDefinition TailRatio = new("tailRatio", "Tail ratio", Distribution, Ratio, Higher, "|95 % quantile of r / 5 % quantile of r|", "empyrical; quantstats tail_ratio");

    public static readonly MetricDefinition Alpha = new("alpha", "Alpha, annual", Benchmark, Share, Higher, "(mean(r) − beta × mean(b)) × P, b daily returns of the benchmark", "Jensen 1968; quantstats greeks");
    public static readonly MetricDefinition Beta = new("beta", "Beta", Benchmark, Ratio, Neither, "cov(r, b) / var(b)", "quantstats greeks");
    public static readonly MetricDefinition Correlation = new("correlation", "Correlation", Benchmark, Ratio, Neither, "cov(r, b) / (std(r) std(b))", "Pearson");
    public static readonly MetricDefinition RSquared = new("rSquared", "R²", Benchmark, Ratio, Neither, "correlation²", "quantstats r_squared");
    public static readonly MetricDefinition InformationRatio = new("informationRatio", "Information ratio, daily", Benchmark, Ratio, Higher, "mean(r − b) / std(r − b, n − 1), per day", "quantstats information_ratio");
    public static readonly MetricDefinition Treynor = new("treynor", "Treynor ratio", Benchmark, Ratio, Higher, "total return / beta", "quantstats treynor_ratio");

    /// <summary>All of them, in the order of the report.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        NetProfit, TotalReturn, MarketChange, Cagr, Days, BestDay, WorstDay, WinDays,
        MaxDrawdown, MaxDrawdownMoney, MaxDrawdownDuration, LongestDrawdown, MarginCalls, Volatility, UlcerIndex, ValueAtRisk, ConditionalValueAtRisk,
        Sharpe, Sortino, Calmar, ProbabilisticSharpe, DeflatedSharpe, MinimumTrackRecord, RecoveryFactor, UlcerPerformance, Omega, GainToPain,
        Trades, LongTrades, ShortTrades, Wins, Losses, BreakEven, WinRate, ProfitFactor, Expectancy, ExpectancyRatio, ExpectancyR, Payoff,
        AverageWin, AverageLoss, MedianWin, MedianLoss, BestTrade, WorstTrade, WinStreak, LossStreak, Sqn, Kelly,
        AverageHeld, MedianHeld, AverageHeldWinners, AverageHeldLosers, MedianHeldWinners, MedianHeldLosers, LongestHeld, TradesPerDay, OpenTrades, OpenProfit,
        GrossProfit, Commission, Spread, Slippage, Swap, Funding, Borrow, TotalCosts, CostShare,
        TimeInMarket, AverageLeverage, NetLeverage, MaxLeverage,
        Skew, Kurtosis, TailRatio,
        Alpha, Beta, Correlation, RSquared, InformationRatio, Treynor,
    ];

    static readonly Dictionary<string, MetricDefinition> ByKey = All.ToDictionary(definition => definition.Key);

    /// <summary>The definition of a key; one that this version does not know is shown by its key.</summary>
    public static MetricDefinition Find(string key) => ByKey.TryGetValue(key, out var known)
        ? known
        : new MetricDefinition(key, key, Result, Ratio, Neither, "", "");
}
