namespace Workbench.Research.Validation;

/// <summary>One kind of Monte Carlo, and what its repetitions came to.</summary>
public sealed record Repetitions
{
    /// <summary>What was done.</summary>
    public required string Name { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }

    /// <summary>Return from start to end; null where it says nothing, as after a shuffle.</summary>
    public Spread? Return { get; init; }

    /// <summary>Deepest fall, as a share of the peak; null where none was measured.</summary>
    public Spread? Drawdown { get; init; }

    /// <summary>Share of the repetitions that lost money; null where it says nothing.</summary>
    public double? Losing { get; init; }

    /// <summary>Repetitions that failed.</summary>
    public int Failed { get; init; }

    /// <summary>How their lines spread over time; null where there are none.</summary>
    public Fan? Fan { get; init; }

    /// <summary>What to know of it; empty for nothing.</summary>
    public string Note { get; init; } = "";
}
