namespace Workbench.Research.Luck;

/// <summary>
/// Does picking the best help? Bailey, Borwein, López de Prado and Zhu 2017: the periods are cut into blocks, half of them choose the
/// best variant, the other half shows what it is worth there, for all halves.
/// </summary>
public sealed record Overfitting
{
    /// <summary>Blocks that the periods were cut into.</summary>
    public required int Blocks { get; init; }

    /// <summary>Periods left out at the start, so that all blocks are equal.</summary>
    public required int RowsDropped { get; init; }

    /// <summary>For each half, in the order of block numbers: the log odds of the winner's rank in the other half. Below zero it is in the worse half of all.</summary>
    public required IReadOnlyList<double> Logits { get; init; }

    /// <summary>Sharpe ratio per period of each half's winner in that half.</summary>
    public required IReadOnlyList<double> InSample { get; init; }

    /// <summary>Its Sharpe ratio in the other half.</summary>
    public required IReadOnlyList<double> OutOfSample { get; init; }

    /// <summary>Share of logits at or below zero: the probability of backtest overfitting.</summary>
    public required double Probability { get; init; }

    /// <summary>The same without those at zero.</summary>
    public required double StrictProbability { get; init; }

    /// <summary>Share of the halves whose winner lost in the other.</summary>
    public required double ProbabilityOfLoss { get; init; }

    /// <summary>How the Sharpe ratio in the other half moves with that in the winner's own: below zero, the better it looked the worse it did.</summary>
    public required MetricValue Slope { get; init; }

    /// <summary>The line's value at zero.</summary>
    public required MetricValue Intercept { get; init; }

    /// <summary>Whether the winner did at least as well in the other half as one drawn blindly, at every level (first order).</summary>
    public required bool Dominates { get; init; }

    /// <summary>The same for all who shun risk (second order).</summary>
    public required bool DominatesForTheCautious { get; init; }
}
