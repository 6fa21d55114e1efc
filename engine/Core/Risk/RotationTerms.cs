namespace Workbench.Core;

/// <summary>Which of a run's scripts may open positions in which state of the market. Exits always go.</summary>
public sealed record RotationTerms
{
    /// <summary>Bars that the states are found on, by time. Default one hour.</summary>
    public BarSpec Timeframe { get; init; } = Bars.Hours(1);

    /// <summary>By a script's book: where it may enter. A script that is not named may always.</summary>
    public IReadOnlyDictionary<string, RegimeRule> Of { get; init; } = new Dictionary<string, RegimeRule>();

    /// <summary>How the states are found. Default as <see cref="MarketRegime"/> has it.</summary>
    public RegimeTerms Regime { get; init; } = new();
}
