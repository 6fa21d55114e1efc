namespace Workbench.Research.Evolution;

/// <summary>The indicators that genomes read, in the order that scripts name them in.</summary>
public enum IndicatorKind
{
    Sma, Ema, PriorChannel, Bollinger, Momentum, Atr, StandardDeviation, Rsi, Adx, EfficiencyRatio, MarketRegime,
}
